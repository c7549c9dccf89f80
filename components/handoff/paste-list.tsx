import { useEffect, useRef, useState } from 'react'
import { tooManyRows } from '#lib/handoff/pasted-rows.ts'
import { linesOf } from '#lib/handoff/row-text.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { listOf } from './box-names.ts'
import { useUnread } from './unread.ts'
import styles from './rows-editor.module.css'

interface PasteListProps {
  readonly question: string
  readonly onText: (text: string) => void
}

/** A box for a list written elsewhere: each line becomes a row. */
export function PasteList({ question, onText }: PasteListProps) {
  const [isWanted, setWanted] = useState(false)
  const { unread, keep } = useUnread(listOf(question))
  const text = unread ?? (isWanted ? '' : null)
  const frame = useRef<HTMLDivElement>(null)
  const isOpen = text !== null
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (isWanted) frame.current?.querySelector('textarea')?.focus()
    // Whoever gives up is back at the button; rows that were made take the focus themselves.
    else if (wasOpen.current && document.activeElement === document.body)
      frame.current?.querySelector('button')?.focus()
    wasOpen.current = isOpen
  }, [isOpen, isWanted])
  return (
    <div ref={frame} className={isOpen ? styles['paste'] : ''}>
      {text === null ? (
        <Button look="link" icon="paste" onClick={() => setWanted(true)}>
          Paste a list
        </Button>
      ) : (
        <Pasting
          {...{ text, onText: keep }}
          onDone={(made) => {
            if (made) onText(text)
            setWanted(false)
            keep('')
          }}
        />
      )}
    </div>
  )
}

interface PastingProps extends Pick<PasteListProps, 'onText'> {
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
