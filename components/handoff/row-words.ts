import { day, type Formats, number } from '#components/ui/formats.ts'
import type { Column } from '#lib/handoff/columns.ts'
import { cellOf } from '#lib/handoff/row-entry.ts'
import type { Row } from '#lib/handoff/rows.ts'

/** A cell in words with its column's label; empty when it says nothing. */
export function cellWords(row: Row, column: Column, formats: Formats): string {
  const cell = cellOf(row, column.key)
  if (typeof cell === 'boolean') return cell ? column.label : ''
  if (typeof cell === 'number') return `${column.label}: ${number(cell, formats)}`
  if (cell.trim() === '' || cell === column.unsaid) return ''
  const chosen = column.options?.find(({ value }) => value === cell)?.label
  return `${column.label}: ${chosen ?? (column.input === 'date' ? day(cell, formats) : cell)}`
}
