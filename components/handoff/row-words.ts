import { day, dayOf, type Formats, money, number } from '#components/ui/formats.ts'
import type { Column } from '#lib/handoff/columns.ts'
import { cellOf } from '#lib/handoff/row-entry.ts'
import { roleName, rolesPath } from '#lib/handoff/role-names.ts'
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
export function cellWords(row: Row, column: Column, setting: Here): string {
  const said = saidIn(cellOf(row, column.key), column, setting)
  return said === '' || said === column.label ? said : `${column.label}: ${said}`
}

type Here = Pick<Setting, 'formats' | 'deal' | 'picklists'>

function saidIn(cell: string | number | boolean, column: Column, here: Here): string {
  const { label, input } = column
  const { formats, deal, picklists } = here
  if (typeof cell === 'boolean') return cell ? label : ''
  if (column.key === 'role') return roleName(String(cell).trim(), picklists[rolesPath])
  if (typeof cell === 'string') return saidInText(cell, column, formats)
  if (input !== 'money') return number(cell, formats)
  // What every row holds before somebody writes a price: it is not known to be free.
  return cell === 0 ? '' : money(cell, deal.currency, formats)
}

function saidInText(cell: string, { input, unsaid, options }: Column, formats: Formats): string {
  if (cell.trim() === '' || cell === unsaid) return ''
  const chosen = options?.find(({ value }) => value === cell)?.label
  return chosen ?? words[input]?.(cell, formats) ?? cell
}
