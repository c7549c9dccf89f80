import type { Value } from './answer.ts'
import { wordsOf } from './spoken-value.ts'
import { calendarOf, instantOn } from './business-time.ts'
import { itemLabels } from './choice-labels.ts'
import { dayIn } from './day.ts'
import { plainBreaks } from './line-breaks.ts'
import type { FieldValue } from './primitives.ts'
import type { AnswerType, Question } from './question.ts'

/** What says how a field wants its value. */
export interface FieldForms {
  /** Types of fields by path, as describe names them. */
  readonly types?: Readonly<Record<string, string>> | undefined
  /** Where the user is, such as Europe/Berlin. UTC when absent. */
  readonly deal: { readonly timeZone?: string | undefined }
}

type Single = Exclude<Value, { rows: unknown }>
type Writers = {
  readonly [Type in Single['type']]: (value: Extract<Single, { type: Type }>) => FieldValue
}

const writers: Writers = {
  text: ({ text }) => plainBreaks(text),
  number: ({ number }) => number,
  currency: ({ amount }) => amount,
  date: ({ date }) => date,
  picklist: ({ value }) => value,
  checkbox: ({ checked }) => checked,
  // Salesforce parts the choices of a multi-select picklist by semicolons.
  checklist: ({ checked }) => checked.join(';'),
  person: ({ userId }) => userId,
  contact: ({ name }) => name,
}

const write = <Type extends Single['type']>(
  value: Extract<Single, { type: Type }> & { type: Type },
): FieldValue => writers[value.type](value)

const texts: ReadonlySet<unknown> = new Set(['string', 'textarea', 'url', 'combobox'])

/** An answer as people read it in a text; a day and an amount so that they can be read from it again. */
function inText(value: Single, answer: AnswerType): string {
  if (value.type === 'checklist') return itemLabels(answer, value.checked).join('; ')
  return ['checkbox', 'person', 'picklist'].includes(value.type)
    ? wordsOf(value, answer)
    : String(write(value))
}

/** The first moment of a day where the user is, as Salesforce writes moments. */
const startOf = (day: string, timeZone = 'UTC') =>
  instantOn(day, '00:00', calendarOf(timeZone)).replace('Z', '+0000')

/** A time of day as Salesforce writes it, without a zone; any other text as it is. */
const timeOf = (text: string) => text.trim().replace(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '$&:00.000Z')

/** An answer as the field of its question holds it; lists become lines of text. */
export function fieldValueOf(
  value: Value,
  { writeTo = '', answer }: Pick<Question, 'writeTo' | 'answer'>,
  { types = {}, deal }: FieldForms,
): FieldValue {
  const { [writeTo]: type } = types
  if (value.type === 'date' && type === 'datetime') return startOf(value.date, deal.timeZone)
  if ('rows' in value) return wordsOf(value)
  if (texts.has(type)) return inText(value, answer)
  return type === 'time' ? timeOf(String(write(value))) : write(value)
}

const plain = (value: FieldValue): FieldValue =>
  typeof value === 'string' ? plainBreaks(value).trim() || null : value

/** Whether a field holds what would be written to it: of a moment only its day counts, an answer has no more. */
export function isSame(
  path: string,
  values: readonly [FieldValue, FieldValue],
  { types = {}, deal }: FieldForms,
): boolean {
  const [one, other] = values.map((value) =>
    value !== null && types[path] === 'datetime'
      ? dayIn(deal.timeZone, String(value))
      : plain(value),
  )
  return one === other
}
