import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import type { Change } from './writer.ts'

/** Formats of standard auto numbers; deployed ones carry theirs in `displayFormat`. */
const FORMATS: Readonly<Record<string, string>> = {
  CaseNumber: '{00000000}',
  ContractNumber: '{00000000}',
}

/** The next number for each auto-number field of a new record that has none yet. */
export function autoNumbers(
  { writer, describe }: Pick<Change, 'writer' | 'describe'>,
  values: Row = {},
): Row {
  const fields = describe.fields.filter(
    (field) => isAutoNumber(field) && (values[field.name] ?? null) === null,
  )
  return Object.fromEntries(
    fields.map((field) => {
      const number = writer.state.store.numbers.next(sequenceOf(describe, field))
      return [field.name, format(formatOf(field), number, writer.state.now())]
    }),
  )
}

/** Moves the sequences on to the numbers that seeded values hold. */
export function countSeeded(
  { writer, describe }: Pick<Change, 'writer' | 'describe'>,
  values: Row,
) {
  for (const field of describe.fields.filter(isAutoNumber)) {
    const number = numberIn(values[field.name])
    if (number > 0) writer.state.store.numbers.reach(sequenceOf(describe, field), number)
  }
}

const sequenceOf = (describe: ObjectDescribe, field: FieldDescribe): string =>
  `${describe.name}.${field.name}`

/** The number inside an auto-number text. */
function numberIn(text: unknown): number {
  return Number(/(\d+)\D*$/.exec(String(text))?.[1] ?? 0)
}

/** Whether the org numbers this field itself. */
function isAutoNumber(field: FieldDescribe): boolean {
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
