import { shortDate } from '../org/short-date.ts'
import type { Row } from '../soql/source.ts'
import type { Desk } from './desk.ts'

const MISSING = ''

/** The desk for amounts of one record, which has a currency of its own where the org has several. */
export function inItsCurrency(desk: Desk, { CurrencyIsoCode: code }: Row): Desk {
  return typeof code === 'string' ? { ...desk, currency: code } : desk
}

/** An amount of money without cents, in the desk's currency and the user's manner. */
export function money(desk: Desk, value: unknown): string {
  if (typeof value !== 'number') return MISSING
  const cents = Number.isInteger(value) ? 0 : 2
  return new Intl.NumberFormat(desk.locale, {
    style: 'currency',
    currency: desk.currency,
    currencyDisplay: desk.hasSeveralCurrencies ? 'code' : 'symbol',
    minimumFractionDigits: cents,
    maximumFractionDigits: cents,
  }).format(value)
}

/** A plain number in the user's manner. */
export function number(desk: Desk, value: unknown): string {
  return typeof value === 'number' ? new Intl.NumberFormat(desk.locale).format(value) : MISSING
}

/** A calendar date; it has no time zone. */
export function date(desk: Desk, value: unknown): string {
  if (typeof value !== 'string') return MISSING
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`)
  return shortDate(desk.locale, day, { timeZone: 'UTC' })
}

/** A moment in the user's own time zone. */
export function dateTime(desk: Desk, value: unknown): string {
  if (typeof value !== 'string') return MISSING
  return shortDate(desk.locale, instant(value), { timeZone: desk.timeZone, withTime: true })
}

/** The time of day of a moment in the user's own time zone. */
export function timeOfDay(desk: Desk, value: unknown): string {
  if (typeof value !== 'string') return MISSING
  const { locale, timeZone } = desk
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(instant(value))
}

/** Today where the user is, as `YYYY-MM-DD`. */
export function today(desk: Desk): string {
  const { timeZone } = desk
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(desk.now)
}

/** A date as people say it: Today, Yesterday, Tomorrow, else the day and month. */
export function spokenDate(desk: Desk, value: unknown): string {
  if (typeof value !== 'string') return MISSING
  const day = value.slice(0, 10)
  const away = Math.round((Date.parse(day) - Date.parse(today(desk))) / 86_400_000)
  const near: Readonly<Record<number, string>> = { [-1]: 'Yesterday', 0: 'Today', 1: 'Tomorrow' }
  const format = new Intl.DateTimeFormat(desk.locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
  return near[away] ?? format.format(new Date(`${day}T00:00:00Z`))
}

// REST writes offsets without a colon, which is more than `Date` promises to read.
function instant(value: string): Date {
  return new Date(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
}
