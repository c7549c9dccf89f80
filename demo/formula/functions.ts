import type { SyncParseOptions } from 'sformula'

type Types = NonNullable<SyncParseOptions['inputTypes']>
type Type = NonNullable<Types[string]>
type Text = string | null
/** The evaluator hands over numbers of its own. */
type Amount = number | { readonly valueOf: () => number | string } | null

/** A function's type: what it takes, and what it gives. */
export const call = (argument: readonly Type[], returns: Type): Type => ({
  type: 'function',
  arguments: argument.map((one) => ({ argument: one, optional: false })),
  returns,
})

const number: Type = { type: 'number' }
const string: Type = { type: 'string' }
const date: Type = { type: 'date' }
const oneNumber = call([number], number)
const moment: Type = {
  type: 'template',
  ref: 'T',
  anyOf: [{ type: 'date' }, { type: 'datetime' }, { type: 'time' }],
}

/** Functions that Salesforce documents and the evaluator lacks, and that read nothing of the org. */
export const FURTHER_TYPES: Types = {
  ACOS: oneNumber,
  ASCII: call([string], number),
  ASIN: oneNumber,
  ATAN: oneNumber,
  ATAN2: call([number, number], number),
  BR: call([], string),
  CHR: call([number], string),
  COS: oneNumber,
  DAYOFYEAR: call([date], number),
  FROMUNIXTIME: call([number], { type: 'datetime' }),
  INITCAP: call([string], string),
  ISOWEEK: call([date], number),
  ISOYEAR: call([date], number),
  PI: call([], number),
  PICKLISTCOUNT: call([{ type: 'multipicklist' }], number),
  REVERSE: call([string], string),
  SIN: oneNumber,
  TAN: oneNumber,
  TRUNC: {
    type: 'function',
    arguments: [
      { argument: number, optional: false },
      { argument: number, optional: true },
    ],
    returns: number,
  },
  UNIXTIMESTAMP: call([moment], number),
}

const DAY = 86_400_000

const midnight = (day: string) => Date.parse(`${day}T00:00:00Z`)

function dayOfYear(at: number): number {
  return Math.round((at - Date.UTC(new Date(at).getUTCFullYear(), 0, 1)) / DAY) + 1
}

/** ISO 8601 counts a week to the year in which its Thursday lies. */
function thursday(day: string): number {
  const at = midnight(day)
  const weekday = new Date(at).getUTCDay() || 7
  return at + (4 - weekday) * DAY
}

/** Numbers are shifted as text: 8.29 * 100 is less than 829. */
function withPoint(value: number, by: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + by}`)
}

const filled =
  <Result>(make: (text: string) => Result) =>
  (text: Text): Result | null =>
    text === null || text === '' ? null : make(text)

/** A number of numbers; none where one is missing, or where there is none. */
const calculated =
  (make: (...values: number[]) => number) =>
  (...values: Amount[]): number | null => {
    const result = values.includes(null) ? Number.NaN : make(...values.map(Number))
    return Number.isFinite(result) ? result : null
  }

function character(code: Amount): Text {
  const point = Math.trunc(Number(code))
  return code !== null && point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : null
}

function truncated(value: Amount, places: Amount = 0): number | null {
  if (value === null || places === null) return null
  const by = Math.trunc(Number(places))
  return withPoint(Math.trunc(withPoint(Number(value), by)), -by)
}

function seconds(at: string): number {
  const isTime = /^\d\d:/.test(at)
  return Math.trunc(Date.parse(isTime ? `1970-01-01T${at}` : at) / 1000)
}

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** What those functions give. */
export const FURTHER_FUNCTIONS = {
  ACOS: calculated(Math.acos),
  ASCII: filled((text) => text.codePointAt(0) ?? null),
  ASIN: calculated(Math.asin),
  ATAN: calculated(Math.atan),
  ATAN2: calculated(Math.atan2),
  BR: () => '\n',
  CHR: character,
  COS: calculated(Math.cos),
  DAYOFYEAR: filled((day) => dayOfYear(midnight(day))),
  FROMUNIXTIME: (at: Amount) => (at === null ? null : new Date(Number(at) * 1000).toISOString()),
  INITCAP: filled((text) => text.toLowerCase().replace(/[\p{L}\p{Nd}]+/gu, capitalized)),
  ISOWEEK: filled((day) => Math.ceil(dayOfYear(thursday(day)) / 7)),
  ISOYEAR: filled((day) => new Date(thursday(day)).getUTCFullYear()),
  PI: () => Math.PI,
  PICKLISTCOUNT: (chosen: Text) => (chosen ? chosen.split(';').length : 0),
  REVERSE: filled((text) => Array.from(text).toReversed().join('')),
  SIN: calculated(Math.sin),
  TAN: calculated(Math.tan),
  TRUNC: truncated,
  UNIXTIMESTAMP: filled(seconds),
}
