import { instantOf } from './plain-date.ts'

/** How values of a field type compare. */
export type ValueKind = 'text' | 'id' | 'number' | 'boolean' | 'date' | 'datetime' | 'time'

/** What a value is compared as; null for an empty one. */
export type Comparable = string | number | boolean | null

const kindOfType: Readonly<Record<string, ValueKind>> = {
  id: 'id',
  reference: 'id',
  int: 'number',
  long: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
}

/** The kind of a field type as describe names it; text for every other one. */
export function kindOf(fieldType: string): ValueKind {
  return kindOfType[fieldType] ?? 'text'
}

const convert: Readonly<Record<ValueKind, (value: unknown) => Comparable>> = {
  // Text compares without case; an empty text is no value.
  text: (value) => (value === '' ? null : plain(value).toLowerCase()),
  id: (value) => (value === '' ? null : plain(value).slice(0, 15)),
  number: Number,
  boolean: (value) => value === true || value === 'true',
  date: (value) => plain(value).slice(0, 10),
  datetime: (value) => instantOf(plain(value)),
  time: (value) => plain(value).slice(0, 12),
}

/**
 * Makes the converter of a kind's values, as rows hold them, into what they compare as. An empty
 * boolean is false: https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_null.htm
 */
export function comparableOf(kind: ValueKind): (value: unknown) => Comparable {
  const converted = convert[kind]
  const empty = kind === 'boolean' ? false : null
  return (value) => (value === null || value === undefined ? empty : converted(value))
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
