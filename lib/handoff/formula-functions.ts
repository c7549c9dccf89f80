export type Blank<Value> = Value | null | undefined

/** A number as sformula hands it over: its own kind of number too. */
export type Amount = Blank<number | { readonly valueOf: () => number | string }>

type TypeName =
  | 'string'
  | 'number'
  | 'boolean'
  | 'picklist'
  | 'multipicklist'
  | 'date'
  | 'datetime'
  | 'time'

const DAY = 24 * 60 * 60 * 1000

const moment = {
  type: 'template' as const,
  ref: 'T',
  anyOf: (['date', 'datetime', 'time'] as const).map((type) => ({ type })),
}

/** A time of day has no months. */
const dated = { ...moment, anyOf: moment.anyOf.slice(0, 2) }

/** What a function gives and takes, as sformula declares it; of what it takes, so many must be there. */
export const gives = (
  returns: TypeName,
  takes: readonly (TypeName | typeof moment)[] = [],
  fewest = takes.length,
) => ({
  type: 'function' as const,
  arguments: takes.map((type, at) => ({
    argument: typeof type === 'string' ? { type } : type,
    optional: at >= fewest,
  })),
  returns: { type: returns },
})

/** A text, and if that matters the language it is in. */
const inLanguage = gives('string', ['string', 'string'], 1)

/** The types of functions that Salesforce documents and sformula lacks. */
export const furtherTypes = {
  ADD_MONTHS: { ...gives('date', [dated, 'number']), returns: dated },
  ASCII: gives('number', ['string']),
  BR: gives('string'),
  CHR: gives('string', ['number']),
  DAYOFYEAR: gives('number', ['date']),
  IN_CAPITALS: inLanguage,
  IN_SMALL: inLanguage,
  INITCAP: gives('string', ['string']),
  ISOWEEK: gives('number', ['date']),
  ISOYEAR: gives('number', ['date']),
  PI: gives('number'),
  PICKLISTCOUNT: gives('number', ['multipicklist']),
  REVERSE: gives('string', ['string']),
  TRUNC: gives('number', ['number', 'number'], 1),
  UNIXTIMESTAMP: gives('number', [moment]),
}

const isPoint = (code: number) => Number.isInteger(code) && code >= 0 && code <= 0x10_ff_ff

/** Moves the decimal point, without the errors that multiplying brings in. */
function shifted(number: number, by: number): number {
  const [digits = '', exponent = '0'] = String(number).split('e')
  return Number(`${digits}e${Number(exponent) + by}`)
}

const timeOf = (day: Blank<string>) => (day ? Date.parse(`${day}T00:00:00Z`) : Number.NaN)

const orNull = (number: number) => (Number.isNaN(number) ? null : number)

const yearOf = (time: number) => new Date(time).getUTCFullYear()

const daysIntoYear = (time: number) => Math.round((time - Date.UTC(yearOf(time), 0, 1)) / DAY)

/** A week belongs to the year of its Thursday. */
function thursdayOf(day: Blank<string>): number {
  const time = timeOf(day)
  return time + (4 - (new Date(time).getUTCDay() || 7)) * DAY
}

/** The language of a locale such as `tr_TR`; without one the rules of no language hold. */
const languageOf = (locale: Blank<string>) => locale?.slice(0, 2) || 'und'

/** So many months later, with the time of day; the last day of a month stays the last. */
function monthsAfter(at: Blank<string>, months: Amount): string | null {
  const date = new Date(at ?? Number.NaN)
  const day = date.getUTCDate()
  const next = new Date(date.getTime() + DAY).getUTCDate()
  date.setUTCMonth(date.getUTCMonth() + Math.trunc(Number(months ?? Number.NaN)) + 1, 0)
  if (next > 1) date.setUTCDate(Math.min(day, date.getUTCDate()))
  // As long as it was: a day has ten characters.
  return date.toJSON()?.slice(0, Math.min(at?.length ?? 0, 24)) ?? null
}

/** What the functions of `furtherTypes` give; nothing for what is blank. */
export const furtherFunctions = {
  ADD_MONTHS: monthsAfter,
  ASCII: (text: Blank<string>) => text?.codePointAt(0) ?? null,
  BR: () => '\n',
  CHR: (code: Amount) => {
    const point = Math.trunc(Number(code ?? Number.NaN))
    return isPoint(point) ? String.fromCodePoint(point) : null
  },
  DAYOFYEAR: (day: Blank<string>) => orNull(daysIntoYear(timeOf(day)) + 1),
  IN_CAPITALS: (text: Blank<string>, locale: Blank<string>) =>
    text?.toLocaleUpperCase(languageOf(locale)) ?? '',
  IN_SMALL: (text: Blank<string>, locale: Blank<string>) =>
    text?.toLocaleLowerCase(languageOf(locale)) ?? '',
  INITCAP: (text: Blank<string>) =>
    text
      ?.toLowerCase()
      .replace(/[\p{L}\p{Nd}]+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1)) ?? null,
  ISOWEEK: (day: Blank<string>) => orNull(Math.floor(daysIntoYear(thursdayOf(day)) / 7) + 1),
  ISOYEAR: (day: Blank<string>) => orNull(yearOf(thursdayOf(day))),
  PI: () => Math.PI,
  PICKLISTCOUNT: (chosen: Blank<string>) => (chosen ? chosen.split(';').length : 0),
  REVERSE: (text: Blank<string>) => (text ? Array.from(text).toReversed().join('') : null),
  TRUNC: (number: Amount, places: Amount = 0) => {
    if (number === null || number === undefined || places === null) return null
    const by = Math.trunc(Number(places))
    return shifted(Math.trunc(shifted(Number(number), by)), -by)
  },
  UNIXTIMESTAMP: (at: Blank<string>) => {
    const time = Date.parse(/^\d\d:/.test(at ?? '') ? `1970-01-01T${at}` : (at ?? ''))
    return orNull(Math.trunc(time / 1000))
  },
}
