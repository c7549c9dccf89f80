import type { Value } from '#lib/handoff/answer.ts'
import { valueOfRows } from '#lib/handoff/row-shape.ts'
import type { Row, RowKind } from '#lib/handoff/rows.ts'

/** The rows as the value of a repeater; null when there are none. */
export function valueOrNone(kind: RowKind, rows: readonly Row[]): Value | null {
  return rows.length === 0 ? null : valueOfRows(kind, rows)
}

/** The rows with one moved by so many places, as far as there are places. */
export function withMoved(rows: readonly Row[], from: number, by: number): readonly Row[] {
  const to = Math.min(rows.length - 1, Math.max(0, from + by))
  const rest = rows.filter((_, at) => at !== from)
  return rest.toSpliced(to, 0, ...rows.slice(from, from + 1))
}

/** The rows with one put back where it was; what has come in its place leaves. */
export function withRestored(
  rows: readonly Row[],
  { row, at, instead = [] }: { row: Row; at: number; instead?: readonly string[] },
): readonly Row[] {
  return rows.filter(({ id }) => id !== row.id && !instead.includes(id)).toSpliced(at, 0, row)
}
