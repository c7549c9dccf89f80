import { useEffect, useRef, useState } from 'react'
import { columnsOf, type Column } from '#lib/handoff/columns.ts'
import { cellOf, withCell } from '#lib/handoff/row-entry.ts'
import type { Row } from '#lib/handoff/rows.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { TickBox } from '#components/ui/tick-box.tsx'
import { CellEditor } from './cell-editor.tsx'
import type { RowEditorProps } from './row-editor.tsx'
import { rowNames } from './row-names.ts'
import styles from './rows-editor.module.css'

/** A row open to be changed: what it needs at once, the rest behind "More". Enter finishes it. */
export function RowForm({ kind, row, number, isNew, onRow, onRemove, onDone }: RowEditorProps) {
  const [isWhole, setWhole] = useState(false)
  const form = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (isNew) form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus()
  }, [isNew])
  const columns = columnsOf(kind)
  const shown = columns.filter((column) => isWhole || column.needed || isFilled(row, column))
  return (
    <fieldset ref={form}>
      <legend className={styles['legend']}>
        {rowNames[kind]} {number}
      </legend>
      <div className={styles['cells']}>
        {shown.map((column) => (
          <Cell key={column.key} {...{ kind, row, column, onRow, onDone }} />
        ))}
      </div>
      <div className={styles['below']}>
        <Button onClick={onDone}>Done</Button>
        {shown.length < columns.length && (
          <Button look="link" onClick={() => setWhole(true)}>
            More about this {rowNames[kind]}
          </Button>
        )}
        <Button look="link" onClick={onRemove}>
          Remove
        </Button>
      </div>
    </fieldset>
  )
}

function isFilled(row: Row, { key, input }: Column): boolean {
  const cell = cellOf(row, key)
  return input === 'checkbox' ? cell === true : input !== 'choice' && cell !== ''
}

interface CellProps extends Pick<RowEditorProps, 'kind' | 'row' | 'onRow' | 'onDone'> {
  readonly column: Column
}

function Cell({ kind, row, column, onRow, onDone }: CellProps) {
  const cell = cellOf(row, column.key)
  const set = (next: string | number | boolean) => onRow(withCell(kind, row, [column.key, next]))
  if (column.input === 'checkbox') {
    return (
      <TickBox checked={cell === true} onChecked={set}>
        {column.label}
      </TickBox>
    )
  }
  return (
    <div className={column.input === 'long-text' ? styles['wide'] : ''}>
      <Field label={column.label} needed={column.needed && cell === ''}>
        {(names) => <CellEditor {...{ column, cell, names }} onCell={set} onEnter={onDone} />}
      </Field>
    </div>
  )
}
