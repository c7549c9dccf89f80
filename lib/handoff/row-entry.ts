import type { Column } from './columns.ts'
import { columnsOf } from './columns.ts'
import { emptyRow } from './empty-row.ts'
import type { Row, RowKind } from './rows.ts'
import { rowOf } from './row-shape.ts'

type Cell = string | number | boolean

/** What a cell of a row holds; empty text when the row has no such cell. */
export function cellOf(row: Row, key: string): Cell {
  const cells: Readonly<Record<string, Cell>> = row
  return cells[key] ?? ''
}

const isFilled = (cell: Cell) => typeof cell !== 'string' || cell.trim() !== ''

/** The columns a row still needs. */
export function missingColumns(kind: RowKind, row: Row): readonly Column[] {
  return columnsOf(kind).filter(({ key, needed }) => needed && !isFilled(cellOf(row, key)))
}

/** Whether every needed cell of a row is filled. */
export function isRowComplete(kind: RowKind, row: Row): boolean {
  return missingColumns(kind, row).length === 0
}

/** Whether a row says what it is about: its first column is filled. Only such rows count. */
export function isRowStarted(kind: RowKind, row: Row): boolean {
  const [first] = columnsOf(kind)
  return first !== undefined && isFilled(cellOf(row, first.key))
}

/** Whether nothing at all was filled in: every cell is as it was when the row was made. */
export function isRowBlank(kind: RowKind, row: Row): boolean {
  const blank = emptyRow(kind, row.id)
  return columnsOf(kind).every(({ key }) => {
    const cell = cellOf(row, key)
    return cell === cellOf(blank, key) || (typeof cell === 'string' && cell.trim() === '')
  })
}

/** The row with one cell changed. Throws when the cell does not hold such a value. */
export function withCell(kind: RowKind, row: Row, cell: [string, Cell]): Row {
  return rowOf(kind, { ...row, [cell[0]]: cell[1] })
}
