/** Formatters by what they were made of: making one costs more than a row of a list. */
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

/** The formatter of numbers for this locale and style, made once. Throws a `RangeError` as `Intl` does. */
export function numberFormat(
  locale: string | undefined,
  style: Intl.NumberFormatOptions = {},
): Intl.NumberFormat {
  const key = `number ${locale} ${JSON.stringify(style)}`
  const known = made.get(key)
  if (known instanceof Intl.NumberFormat) return known
  const format = new Intl.NumberFormat(locale, style)
  made.set(key, format)
  return format
}

/** The formatter of days and times for this locale and style, made once. Throws a `RangeError` as `Intl` does. */
export function timeFormat(
  locale: string | undefined,
  style: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `time ${locale} ${JSON.stringify(style)}`
  const known = made.get(key)
  if (known instanceof Intl.DateTimeFormat) return known
  const format = new Intl.DateTimeFormat(locale, style)
  made.set(key, format)
  return format
}
