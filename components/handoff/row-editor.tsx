import { useState } from 'react'
import { columnsOf, type Column } from '#lib/handoff/columns.ts'
import { cellOf, withCell } from '#lib/handoff/row-entry.ts'
import type { Row, RowKind } from '#lib/handoff/rows.ts'
import { Button, IconButton } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { TickBox } from '#components/ui/tick-box.tsx'
import { CellEditor } from './cell-editor.tsx'
import { rowNames } from './row-names.ts'
import styles from './rows-editor.module.css'

interface RowEditorProps {
  readonly kind: RowKind
  readonly row: Row
  /** From 1. */
  readonly number: number
  readonly count: number
  readonly problem: string | undefined
  readonly onRow: (row: Row) => void
  readonly onMove: (by: number) => void
  readonly onRemove: () => void
}

/** One row of a repeater: what it needs at once, the rest behind "More". */
export function RowEditor(props: RowEditorProps) {
  const { kind, row, number, count, problem, onRow, onMove, onRemove } = props
  const [isWhole, setWhole] = useState(false)
  const columns = columnsOf(kind)
  const shown = columns.filter((column) => isWhole || column.needed || isFilled(row, column))
  const name = `${rowNames[kind]} ${number}`
  return (
    <fieldset className={styles['row']} data-row={row.id}>
      <legend className={styles['legend']}>{name}</legend>
      <div className={styles['tools']}>
        {number > 1 && (
          <IconButton icon="up" label={`Move ${name} up`} onClick={() => onMove(-1)} />
        )}
        {number < count && (
          <IconButton icon="down" label={`Move ${name} down`} onClick={() => onMove(1)} />
        )}
        <IconButton icon="remove" label={`Remove ${name}`} onClick={onRemove} />
      </div>
      <div className={styles['cells']}>
        {shown.map((column) => (
          <Cell key={column.key} {...{ kind, row, column, onRow }} />
        ))}
      </div>
      {problem !== undefined && <p className={styles['problem']}>{problem}</p>}
      {shown.length < columns.length && (
        <Button look="link" onClick={() => setWhole(true)}>
          More about this {rowNames[kind]}
        </Button>
      )}
    </fieldset>
  )
}

function isFilled(row: Row, { key, input }: Column): boolean {
  const cell = cellOf(row, key)
  return input === 'checkbox' ? cell === true : input !== 'choice' && cell !== ''
}

interface CellProps extends Pick<RowEditorProps, 'kind' | 'row' | 'onRow'> {
  readonly column: Column
}

function Cell({ kind, row, column, onRow }: CellProps) {
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
        {(names) => <CellEditor column={column} cell={cell} names={names} onCell={set} />}
      </Field>
    </div>
  )
}
