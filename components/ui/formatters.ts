type Locale = string | undefined

/** Makes each once for a locale and a style: making a formatter costs more than a row of a list. */
export function keeping<Style, Format>(make: (locale: Locale, style: Style) => Format) {
  const made = new Map<string, Format>()
  return (locale: Locale, style: Style): Format => {
    const key = `${locale} ${JSON.stringify(style)}`
    const format = made.get(key) ?? make(locale, style)
    made.set(key, format)
    return format
  }
}

/** The formatter of numbers for this locale and style. Throws a `RangeError` as `Intl` does. */
export const numberFormat = keeping(
  (locale, style: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, style),
)

/** The formatter of days and times for this locale and style. Throws a `RangeError` as `Intl` does. */
export const timeFormat = keeping(
  (locale, style: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, style),
)
