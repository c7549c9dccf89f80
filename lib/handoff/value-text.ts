import type { Answer, Value } from './answer.ts'
import { plainBreaks } from './line-breaks.ts'
import { isRowBlank } from './row-entry.ts'
import type { Row } from './rows.ts'

/** One free text of an answer, with the row it stands in where it stands in a row. */
export interface Passage {
  readonly text: string
  readonly row?: string
}

/** The rows of a repeater's value; none for every other type. */
export function rowsOf(value: Value): readonly Row[] {
  return 'rows' in value ? value.rows : []
}

const unspoken: ReadonlySet<string> = new Set([
  'id',
  'contactId',
  'recordId',
  'lastName',
  'newRole',
  'readers',
])

/** Every filled cell of a row that is words: not its id, not its ids of records, not ticks. */
function wordsOfRow(row: Row): string[] {
  return Object.entries(row)
    .filter(([key]) => !unspoken.has(key))
    .map(([, cell]) => (typeof cell === 'string' ? plainBreaks(cell).trim() : ''))
    .filter((cell) => cell !== '')
}

type Single = Exclude<Value, { rows: unknown }>
type Words = {
  readonly [Type in Single['type']]: (value: Extract<Single, { type: Type }>) => string
}

const words: Words = {
  text: ({ text }) => plainBreaks(text).trim(),
  number: ({ number }) => String(number),
  currency: ({ amount, currency }) => `${amount} ${currency}`.trim(),
  date: ({ date }) => date,
  picklist: ({ value }) => value,
  checkbox: ({ checked }) => (checked ? 'Yes' : 'No'),
  checklist: ({ checked }) => checked.join(', '),
  person: ({ name }) => name,
  contact: ({ name, title, role, email, phone, note }) =>
    [name, title, role, email, phone, note].filter((part) => part.trim() !== '').join(', '),
}

const wordsOf = <Type extends Single['type']>(
  value: Extract<Single, { type: Type }> & { type: Type },
): string => words[value.type](value)

/** The texts of a value, one for each row of a repeater. */
function passagesOf(value: Value): readonly Passage[] {
  if ('rows' in value) {
    return value.rows.map((row) => ({ text: wordsOfRow(row).join(', '), row: row.id }))
  }
  return [{ text: wordsOf(value) }]
}

/** What conditions and formulas read of a value: rows on lines of their own, days and choices as they are stored. Empty when nothing is filled in. */
export function textOf(value: Value): string {
  return passagesOf(value)
    .map((passage) => passage.text)
    .filter((text) => text !== '')
    .join('\n')
}

/** What a person wrote in free words, the input of text lint: no names from pick-lists, no numbers. */
export function proseOf(value: Value): readonly Passage[] {
  if (value.type === 'text') return [{ text: value.text.trim() }]
  if (value.type === 'contact') return [{ text: value.note.trim() }]
  return 'rows' in value ? passagesOf(value) : []
}

/** Whether an answer says anything at all: a given answer that is blank, or a list in which no row was filled in, does not. */
export function saysSomething(answer: Answer | undefined): answer is Answer {
  if (answer === undefined) return false
  if (answer.kind !== 'given') return true
  const { value } = answer
  if ('rows' in value) return value.rows.some((row) => !isRowBlank(value.type, row))
  if (value.type === 'checkbox') return true
  return wordsOf(value).trim() !== ''
}
