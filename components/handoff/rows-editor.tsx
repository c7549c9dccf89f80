import { useState } from 'react'
import type { Row, RowKind } from '#lib/handoff/rows.ts'
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

/** A list of rows of one kind: add, change, move, remove with undo, or paste a list. */
export function RowsEditor({ kind, value, names, onValue, findings }: RowsEditorProps) {
  const { newId } = useSetting()
  const [removed, setRemoved] = useState<readonly Row[] | null>(null)
  const rows: readonly Row[] = value === null ? [] : rowsOf(value)
  const put = (next: readonly Row[]) => onValue(valueOfRows(kind, next))
  const remove = (at: number) => {
    setRemoved(rows)
    put(rows.filter((_, other) => other !== at))
  }
  return (
    <div role="group" aria-labelledby={names['aria-labelledby']} className={styles['rows']}>
      {rows.map((row, at) => (
        <RowEditor
          key={row.id}
          kind={kind}
          row={row}
          number={at + 1}
          count={rows.length}
          problem={findings.find((finding) => finding.row === row.id)?.sentence}
          onRow={(next) => put(rows.with(at, next))}
          onMove={(by) => put(withMoved(rows, at, by))}
          onRemove={() => remove(at)}
        />
      ))}
      <div className={styles['below']}>
        <Button
          icon="add"
          aria-describedby={names['aria-describedby']}
          onClick={() => put(withAdded(kind, rows, newId()))}
        >
          {`Add ${rowNames[kind]}`}
        </Button>
        <PasteList onText={(text) => put(withPasted(kind, rows, { text, newId }))} />
        {removed !== null && (
          <Button
            look="link"
            onClick={() => {
              put(removed)
              setRemoved(null)
            }}
          >
            Undo removal
          </Button>
        )}
      </div>
    </div>
  )
}
