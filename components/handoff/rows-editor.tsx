import { useRef, useState } from 'react'
import type { Row, RowKind } from '#lib/handoff/rows.ts'
import { isRowStarted } from '#lib/handoff/row-entry.ts'
import { rowsOf } from '#lib/handoff/value-text.ts'
import { Button } from '#components/ui/button.tsx'
import type { EditorProps } from './editor.ts'
import { PasteList } from './paste-list.tsx'
import { RowEditor } from './row-editor.tsx'
import { valueOfRows, withAdded, withMoved, withPasted } from './row-changes.ts'
import { rowNames } from './row-names.ts'
import { useSetting } from './setting.ts'
import styles from './rows-editor.module.css'

interface RowsEditorProps extends EditorProps {
  readonly kind: RowKind
}

interface Removal {
  readonly row: Row
  readonly at: number
}

/** A list of rows of one kind: add, change, move, remove with undo, or paste a list. */
export function RowsEditor({ kind, value, names, onValue, findings }: RowsEditorProps) {
  const { newId } = useSetting()
  const [removal, setRemoval] = useState<Removal | null>(null)
  const [added, setAdded] = useState<string | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  const rows: readonly Row[] = value === null ? [] : rowsOf(value)
  const put = (next: readonly Row[]) => onValue(valueOfRows(kind, next))
  const addRow = () => {
    const id = newId()
    setAdded(id)
    put(withAdded(kind, rows, id))
  }
  const remove = (row: Row, at: number) => {
    setRemoval(isRowStarted(kind, row) ? { row, at } : null)
    put(rows.filter((_, other) => other !== at))
    add.current?.focus()
  }
  return (
    <div className={styles['rows']}>
      {rows.length > 0 && (
        <ol className={styles['list']} aria-labelledby={names['aria-labelledby']}>
          {rows.map((row, at) => (
            <RowEditor
              key={row.id}
              {...{ kind, row }}
              number={at + 1}
              count={rows.length}
              isNew={row.id === added}
              problem={findings.find((finding) => finding.row === row.id)?.sentence}
              onRow={(next) => put(rows.with(at, next))}
              onMove={(by) => put(withMoved(rows, at, by))}
              onRemove={() => remove(row, at)}
              onDone={() => add.current?.focus()}
            />
          ))}
        </ol>
      )}
      {removal !== null && (
        <output className={styles['removed']}>
          Removed.
          <Button
            look="link"
            onClick={() => {
              put(rows.toSpliced(removal.at, 0, removal.row))
              setRemoval(null)
            }}
          >
            Undo removal
          </Button>
        </output>
      )}
      <div className={styles['below']}>
        <Button ref={add} icon="add" aria-describedby={names['aria-describedby']} onClick={addRow}>
          {`Add ${rowNames[kind]}`}
        </Button>
        <PasteList onText={(text) => put(withPasted(kind, rows, { text, newId }))} />
      </div>
    </div>
  )
}
