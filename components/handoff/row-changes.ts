import type { Value } from '#lib/handoff/answer.ts'
import { valueSchema } from '#lib/handoff/answer.ts'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import { linesOf, rowFromText } from '#lib/handoff/row-entry.ts'
import type { Row, RowKind } from '#lib/handoff/rows.ts'

/** The rows as the value of a repeater; null when there are none. */
export function valueOfRows(kind: RowKind, rows: readonly Row[]): Value | null {
  return rows.length === 0 ? null : valueSchema.parse({ type: kind, rows })
}

/** The rows with an empty one at the end. */
export function withAdded(kind: RowKind, rows: readonly Row[], id: string): readonly Row[] {
  return [...rows, emptyRow(kind, id)]
}

/** The rows with a row for each pasted line at the end. */
export function withPasted(
  kind: RowKind,
  rows: readonly Row[],
  { text, newId }: { readonly text: string; readonly newId: () => string },
): readonly Row[] {
  return [...rows, ...linesOf(text).map((line) => rowFromText(kind, line, newId()))]
}

/** The rows with one moved by so many places, as far as there are places. */
export function withMoved(rows: readonly Row[], from: number, by: number): readonly Row[] {
  const to = Math.min(rows.length - 1, Math.max(0, from + by))
  const rest = rows.filter((_, at) => at !== from)
  return rest.toSpliced(to, 0, ...rows.slice(from, from + 1))
}
