import { useState } from 'react'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { TextBox } from '#components/ui/text-box.tsx'

interface AcceptSheetProps {
  readonly isSending: boolean
  readonly onAccept: (note: string) => void
  readonly onClose: () => void
}

/** Taking a deal over, with a word back to the sender. */
export function AcceptSheet({ isSending, onAccept, onClose }: AcceptSheetProps) {
  const [note, setNote] = useState('')
  return (
    <Sheet
      title="Accept this handoff"
      onClose={onClose}
      footer={
        <EffectButton look="main" disabled={isSending} onPress={() => onAccept(note)}>
          Accept
        </EffectButton>
      }
    >
      <Field
        label="A word to the sender"
        hint="Say back the goal and the biggest risk in your own words."
      >
        {(names) => <TextBox names={names} lines="many" value={note} onText={setNote} />}
      </Field>
    </Sheet>
  )
}
