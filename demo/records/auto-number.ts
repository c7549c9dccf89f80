import type { FieldDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import type { Change } from './writer.ts'

/** Formats of standard auto numbers; deployed ones carry theirs in `displayFormat`. */
const FORMATS: Readonly<Record<string, string>> = {
  CaseNumber: '{00000000}',
  ContractNumber: '{00000000}',
}

/** The next number for each auto-number field of a new record. */
export function autoNumbers({ writer, describe }: Pick<Change, 'writer' | 'describe'>): Row {
  const fields = describe.fields.filter(isAutoNumber)
  return Object.fromEntries(
    fields.map((field) => {
      const sequence = `${describe.name}.${field.name}`
      const number = writer.state.store.nextNumber(sequence)
      return [field.name, format(formatOf(field), number, writer.state.now())]
    }),
  )
}

/** The number inside an auto-number text, so that seeded records move the sequence on. */
export function numberIn(text: unknown): number {
  return Number(/(\d+)\D*$/.exec(String(text))?.[1] ?? 0)
}

/** Whether the org numbers this field itself. */
export function isAutoNumber(field: FieldDescribe): boolean {
  return field.autoNumber || field.name in FORMATS
}

function formatOf(field: FieldDescribe): string {
  const own = field['displayFormat']
  return typeof own === 'string' ? own : (FORMATS[field.name] ?? '{0000}')
}

/** `HO-{YYYY}-{0000}` becomes `HO-2026-0001`. */
function format(pattern: string, number: number, now: Date): string {
  const [year = '', month = '', day = ''] = now.toISOString().slice(0, 10).split('-')
  return pattern
    .replaceAll('{YYYY}', year)
    .replaceAll('{YY}', year.slice(2))
    .replaceAll('{MM}', month)
    .replaceAll('{DD}', day)
    .replace(/\{(0+)\}/, (_, zeros: string) => String(number).padStart(zeros.length, '0'))
}
