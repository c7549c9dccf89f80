import { day, dayOf, type Formats, money, number } from '#components/ui/formats.ts'
import type { Column } from '#lib/handoff/columns.ts'
import { cellOf } from '#lib/handoff/row-entry.ts'
import type { Row } from '#lib/handoff/rows.ts'
import type { Setting } from './setting.ts'

/** When something happened, as a day of the user's; what is neither a day nor an instant stays as it was written. */
export function momentWords(at: string, formats: Formats): string {
  if (/^\d{4}-\d{2}-\d{2}T/.test(at)) return dayOf(at, formats)
  return day(at, formats)
}

const words: Partial<Record<Column['input'], (cell: string, formats: Formats) => string>> = {
  date: day,
  moment: momentWords,
}

/** A cell in words with its column's label; empty when it says nothing. */
export function cellWords(
  row: Row,
  column: Column,
  { formats, deal }: Pick<Setting, 'formats' | 'deal'>,
): string {
  const cell = cellOf(row, column.key)
  const { label, input } = column
  if (typeof cell === 'boolean') return cell ? label : ''
  if (typeof cell === 'number') {
    return `${label}: ${input === 'money' ? money(cell, deal.currency, formats) : number(cell, formats)}`
  }
  if (cell.trim() === '' || cell === column.unsaid) return ''
  const chosen = column.options?.find(({ value }) => value === cell)?.label
  return `${label}: ${chosen ?? words[input]?.(cell, formats) ?? cell}`
}
