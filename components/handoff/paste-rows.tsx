import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import control from '#components/ui/control.module.css'
import { linesOf, rowFromText } from '#lib/handoff/row-entry.ts'
import type { Row, RowKind } from '#lib/handoff/rows.ts'
import styles from './rows-editor.module.css'

interface PasteRowsProps {
  readonly kind: RowKind
  readonly newId: () => string
  readonly onRows: (rows: readonly Row[]) => void
  readonly onCancel: () => void
}

/** The most lines that become rows at once. */
const MOST = 200

/** A box for a pasted list: every line becomes a row, cells parted by tabs or bars. */
export function PasteRows({ kind, newId, onRows, onCancel }: PasteRowsProps) {
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  useEffect(() => box.current?.focus(), [])
  const lines = linesOf(text)
  const taken = lines.slice(0, MOST)
  return (
    <div className={styles['paste']}>
      <label htmlFor={id}>Paste or write one item on each line</label>
      <textarea
        ref={box}
        id={id}
        rows={4}
        dir="auto"
        className={control['control']}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {lines.length > MOST && (
        <p role="alert">
          Only the first {MOST} of {lines.length} lines are taken.
        </p>
      )}
      <div className={styles['actions']}>
        <Button
          look="main"
          disabled={taken.length === 0}
          onClick={() => onRows(taken.map((line) => rowFromText(kind, line, newId())))}
        >
          {taken.length === 1 ? 'Add 1 row' : `Add ${taken.length} rows`}
        </Button>
        <Button look="link" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
