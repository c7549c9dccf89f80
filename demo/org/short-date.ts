/** What Intl takes for a day, or a moment, in short. */
type Manner = Pick<Intl.DateTimeFormatOptions, 'timeZone'> & { readonly withTime?: boolean }

/**
 * A day or a moment in the short manner of a locale with its whole year, as Salesforce writes it: 2/18/2019, 9:18 PM.
 * (lwc-recipes, ldsCreateRecord: `displayValue`.)
 */
export function shortDate(locale: string, at: Date, { timeZone, withTime }: Manner): string {
  const time = withTime === true ? ({ timeStyle: 'short' } as const) : {}
  const short = new Intl.DateTimeFormat(locale, { dateStyle: 'short', ...time, timeZone })
  const whole = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone }).formatToParts(at)
  const year = whole.find(({ type }) => type === 'year')?.value
  const words = short.formatToParts(at)
  const text = words.map(({ type, value }) => (type === 'year' ? (year ?? value) : value)).join('')
  return plainSpaces(text)
}

/** A time of day in the short manner of a locale: 9:18 PM. */
export function shortTime(locale: string, time: string): string {
  const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' })
  return plainSpaces(format.format(new Date(`1970-01-01T${time}`)))
}

// Parts come with a narrow space before AM and PM, the whole has a plain one.
const plainSpaces = (text: string) => text.replaceAll('\u202F', ' ')
