import type { Value } from './answer.ts'
import type { FieldValue } from './primitives.ts'
import { textOf } from './value-text.ts'

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

/** An answer as its field holds it; lists become lines of text. */
export function fieldValueOf(value: Value): FieldValue {
  return 'rows' in value ? textOf(value) : write(value)
}
