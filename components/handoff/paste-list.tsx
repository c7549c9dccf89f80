import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextBox } from '#components/ui/text-box.tsx'

interface PasteListProps {
  readonly onText: (text: string) => void
}

/** A box for a list written elsewhere: each line becomes a row. */
export function PasteList({ onText }: PasteListProps) {
  const [text, setText] = useState<string | null>(null)
  if (text === null) {
    return (
      <Button look="link" icon="paste" onClick={() => setText('')}>
        Paste a list
      </Button>
    )
  }
  return (
    <div>
      <Field label="List" hint="One line for each row.">
        {(names) => <TextBox names={names} lines="many" value={text} onText={setText} />}
      </Field>
      <Button
        onClick={() => {
          onText(text)
          setText(null)
        }}
      >
        Make rows
      </Button>
      <Button look="link" onClick={() => setText(null)}>
        Cancel
      </Button>
    </div>
  )
}
