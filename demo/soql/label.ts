import type { FieldDescribe } from '#demo/schema/describe.ts'
import { languageTag } from '#demo/org/language-tag.ts'
import { shortDate, shortTime } from '#demo/org/short-date.ts'
import { instantOf } from './plain-date.ts'
import type { Source } from './source.ts'

/** The label of a picklist value (of each, in a multi-select one); other values as they are. */
export function labelled(field: FieldDescribe, value: unknown): unknown {
  if (typeof value !== 'string') return value
  return value
    .split(';')
    .map((each) => field.picklistValues.find((entry) => entry.value === each)?.label ?? each)
    .join(';')
}

type Customs = Pick<Source, 'locale' | 'currency' | 'exchange' | 'timeZone'>

/** The same customs, for an amount of a record in that currency. */
export function inCurrency(customs: Customs, currency: unknown): Customs {
  return typeof currency === 'string' ? { ...customs, currency } : customs
}

const options: Readonly<Record<string, (customs: Customs) => Intl.NumberFormatOptions>> = {
  currency: ({ currency = 'USD' }) => ({ style: 'currency', currency }),
  double: () => ({}),
  int: () => ({}),
}
/** The value as text in the user's locale, as FORMAT() gives it; types without a format as they are. */
export function formatted(field: FieldDescribe, value: unknown, customs: Customs): unknown {
  const locale = languageTag(customs.locale ?? 'en_US')
  if (typeof value === 'number') {
    if (field.type === 'currency' && customs.exchange) return withCode(value, customs)
    if (field.type === 'percent') return `${new Intl.NumberFormat(locale).format(value)}%`
    return new Intl.NumberFormat(locale, options[field.type]?.(customs)).format(value)
  }
  if (typeof value !== 'string') return value
  return moments[field.type]?.(value, locale, customs) ?? value
}

const moments: Readonly<
  Record<string, (text: string, locale: string, customs: Customs) => string>
> = {
  date: (text, locale) => shortDate(locale, new Date(instantOf(text)), { timeZone: 'UTC' }),
  datetime: (text, locale, { timeZone }) =>
    shortDate(locale, new Date(instantOf(text)), { timeZone, withTime: true }),
  time: (text, locale) => shortTime(locale, text),
}

/** Where an org has several currencies, each amount stands behind the code of its own. */
function withCode(value: number, { locale, currency = 'USD', exchange }: Customs): string {
  const digits = exchange?.decimalPlaces(currency) ?? 2
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return `${currency} ${new Intl.NumberFormat(languageTag(locale ?? 'en_US'), format).format(value)}`
}
