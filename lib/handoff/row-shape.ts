import type { Value } from './answer.ts'
import { columnsOf } from './columns.ts'
import { emptyRow } from './empty-row.ts'
import type { Row, RowKind } from './rows.ts'

type Cell = string | number | boolean

const day = /^\d{4}-\d{2}-\d{2}$/

/** Whether a cell of this kind of row may hold that. */
function fits(kind: RowKind, [key, cell]: readonly [string, Cell]): boolean {
  const column = columnsOf(kind).find((one) => one.key === key)
  if (typeof cell === 'number') return Number.isFinite(cell)
  if (column?.input === 'date') return cell === '' || day.test(String(cell))
  return column?.options?.some(({ value }) => value === cell) ?? true
}

/**
 * Whether a row is one of that kind, told by its cells. The same as its schema says, without the schema: the panel
 * is painted before it needs any.
 */
export function isRowOf<Kind extends RowKind>(kind: Kind, row: Row): row is Row<Kind> {
  const cells: Readonly<Record<string, Cell>> = row
  return (
    row.id !== '' &&
    Object.entries<Cell>(emptyRow(kind, 'any')).every(
      ([key, blank]) => typeof cells[key] === typeof blank && fits(kind, [key, cells[key] ?? '']),
    )
  )
}

type Made = { readonly [Kind in RowKind]: (rows: Row<Kind>[]) => Value }

const made: Made = {
  people: (rows) => ({ type: 'people', rows }),
  commitments: (rows) => ({ type: 'commitments', rows }),
  objections: (rows) => ({ type: 'objections', rows }),
  competitors: (rows) => ({ type: 'competitors', rows }),
  successCriteria: (rows) => ({ type: 'successCriteria', rows }),
  risks: (rows) => ({ type: 'risks', rows }),
  links: (rows) => ({ type: 'links', rows }),
  evidence: (rows) => ({ type: 'evidence', rows }),
  products: (rows) => ({ type: 'products', rows }),
  decisions: (rows) => ({ type: 'decisions', rows }),
  responsibilities: (rows) => ({ type: 'responsibilities', rows }),
}

/** The value of a repeater with these rows. Throws when one of them is of another kind. */
export function valueOfRows(kind: RowKind, rows: readonly Row[]): Value {
  return valueOf(
    kind,
    rows.map((row) => rowOf(kind, row)),
  )
}

const valueOf = <Kind extends RowKind>(kind: Kind, rows: Row<Kind>[]): Value => made[kind](rows)

/** The row, when it is one of that kind. Throws when it is not. */
export function rowOf<Kind extends RowKind>(kind: Kind, row: Row): Row<Kind> {
  if (isRowOf(kind, row)) return row
  throw new Error(`This is no row of ${kind}.`)
}
