import type { Value } from './answer.ts'
import { wordsOf } from './spoken-value.ts'
import { calendarOf, instantOn } from './business-time.ts'
import { itemLabels } from './choice-labels.ts'
import { dayIn } from './day.ts'
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
  text: ({ text }) => text,
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

const isMoment = (path: string, { types = {} }: FieldForms) => types[path] === 'datetime'

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

/** An answer as the field of its question holds it; lists become lines of text. */
export function fieldValueOf(
  value: Value,
  { writeTo = '', answer }: Pick<Question, 'writeTo' | 'answer'>,
  forms: FieldForms,
): FieldValue {
  if (value.type === 'date' && isMoment(writeTo, forms))
    return startOf(value.date, forms.deal.timeZone)
  if ('rows' in value) return wordsOf(value)
  return texts.has(forms.types?.[writeTo]) ? inText(value, answer) : write(value)
}

const plain = (value: FieldValue): FieldValue =>
  typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() || null : value

/** Whether a field holds what would be written to it: of a moment only its day counts, an answer has no more. */
export function isSame(
  path: string,
  [one, other]: readonly [FieldValue, FieldValue],
  forms: FieldForms,
): boolean {
  const read = (value: FieldValue) =>
    value !== null && isMoment(path, forms)
      ? dayIn(forms.deal.timeZone, String(value))
      : plain(value)
  return read(one) === read(other)
}
