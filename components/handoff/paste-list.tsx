import { useEffect, useRef, useState } from 'react'
import { tooManyRows } from '#lib/handoff/pasted-rows.ts'
import { linesOf } from '#lib/handoff/row-text.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import styles from './rows-editor.module.css'

interface PasteListProps {
  readonly onText: (text: string) => void
}

/** A box for a list written elsewhere: each line becomes a row. */
export function PasteList({ onText }: PasteListProps) {
  const [text, setText] = useState<string | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const isOpen = text !== null
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (isOpen) frame.current?.querySelector('textarea')?.focus()
    // Whoever gives up is back at the button; rows that were made take the focus themselves.
    else if (wasOpen.current && document.activeElement === document.body)
      frame.current?.querySelector('button')?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return (
    <div ref={frame} className={isOpen ? styles['paste'] : ''}>
      {text === null ? (
        <Button look="link" icon="paste" onClick={() => setText('')}>
          Paste a list
        </Button>
      ) : (
        <Pasting
          {...{ text, onText: setText }}
          onDone={(made) => {
            if (made) onText(text)
            setText(null)
          }}
        />
      )}
    </div>
  )
}

interface PastingProps extends PasteListProps {
  readonly text: string
  readonly onDone: (made: boolean) => void
}

function Pasting({ text, onText, onDone }: PastingProps) {
  const problem = tooManyRows(text)
  return (
    // Esc leaves the box; the buttons do the same for the mouse.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || text.trim() !== '') return
        event.preventDefault()
        onDone(false)
      }}
    >
      <Field
        label="List"
        hint="Lines, bullets, numbers, or cells copied from a spreadsheet."
        problem={problem ?? undefined}
      >
        {(names) => <TextBox names={names} lines="many" value={text} onText={onText} />}
      </Field>
      <div className={styles['below']}>
        <Button
          disabled={problem !== null || linesOf(text).length === 0}
          onClick={() => onDone(true)}
        >
          Make rows
        </Button>
        <Button look="link" onClick={() => onDone(false)}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
