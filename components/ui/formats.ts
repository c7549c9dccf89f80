import { keeping, numberFormat, timeFormat } from './formatters.ts'
import { plainDigits } from './plain-digits.ts'
import { isTimeZone } from './time-zone.ts'
import { type NumberSigns, writtenNumber } from './written-number.ts'

/** How this user writes dates, numbers and times. */
export interface Formats {
  /** A language tag such as `de-DE`; undefined means the browser's own. */
  readonly locale: string | undefined
  readonly timeZone: string | undefined
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * The formats of a user from Salesforce's locale (`en_US`) and time zone; what the browser does not know is left to
 * it. The same for the same settings: what is drawn with them is not drawn again.
 */
export const formatsOf = keeping((locale = '', timeZone: string): Formats => {
  const [tag] = /^[a-z]{2,3}(?![a-z])(?:[-_](?:[A-Z]{2}|\d{3}))?/.exec(locale) ?? []
  return {
    locale: tag?.replace('_', '-'),
    timeZone: isTimeZone(timeZone) ? timeZone : undefined,
  }
})

const rightToLeft = /[\u0590-\u08FF\u200E\u200F]/

/** What is written from right to left keeps its order, and that of the sentence around it. */
export function isolated(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text
}

/** An amount of money, without cents when there are none. */
export function money(amount: number, currency: string, formats: Formats): string {
  if (!/^[A-Z]{3}$/.test(currency)) return number(amount, formats)
  const style = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const
  // Browsers know other signs for money in some places: who types it as it is shown would be misread.
  const signs: Readonly<Record<string, string | boolean>> = signsIn(formats.locale, {})
  const parts = numberFormat(formats.locale, style).formatToParts(amount)
  return isolated(parts.map(({ type, value }) => signs[type] ?? value).join(''))
}

/** A number with the user's separators. */
export function number(value: number, { locale }: Formats): string {
  return numberFormat(locale, { maximumFractionDigits: 6 }).format(value)
}

/** A share between 0 and 1 as whole percent, never rounded up to 100. */
export function percent(share: number, { locale }: Formats): string {
  const rounded = share >= 1 ? 1 : Math.min(0.99, Math.round(share * 100) / 100)
  return numberFormat(locale, { style: 'percent' }).format(rounded)
}

/** A calendar day `YYYY-MM-DD`, the same in every time zone. */
export function day(date: string, { locale }: Formats): string {
  const at = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(at)) return date
  return isolated(timeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at))
}

/** The day of an instant where the user is, such as "3 Nov 2026". */
export function dayOf(instant: string, { locale, timeZone }: Formats): string {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) return instant
  return isolated(timeFormat(locale, { dateStyle: 'medium', timeZone }).format(at))
}

/** An instant as weekday, day and time, such as "Wed, 25 Nov, 17:00". */
export function moment(instant: string, { locale, timeZone }: Formats): string {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) return instant
  const style = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  } as const
  return isolated(timeFormat(locale, style).format(at))
}

/** The time of day of an instant, such as "17:00". */
export function timeOfDay(instant: string, { locale, timeZone }: Formats): string {
  const style = { hour: 'numeric', minute: '2-digit', timeZone } as const
  return isolated(timeFormat(locale, style).format(Date.parse(instant)))
}

/** So many whole units; what misses one by less than a twentieth has it: two days are two when they have just begun. */
export function wholeUnits(milliseconds: number, unit: number): number {
  return Math.floor(milliseconds / unit + 0.05)
}

/** A span of time in its largest whole unit, in the words of the sentence around it: "3 hours". */
export function span(milliseconds: number, { locale }: Formats): string {
  const [unit, size] =
    milliseconds >= DAY
      ? (['day', DAY] as const)
      : milliseconds >= HOUR
        ? (['hour', HOUR] as const)
        : (['minute', MINUTE] as const)
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const
  const spoken = locale?.startsWith('en') ? locale : 'en'
  return numberFormat(spoken, style).format(Math.max(1, wholeUnits(milliseconds, size)))
}

/** How long ago something was: "just now", "2 minutes ago". */
export function ago(instant: string, now: number, formats: Formats): string {
  const passed = now - Date.parse(instant)
  if (Number.isNaN(passed)) return ''
  return passed < MINUTE ? 'just now' : `${span(passed, formats)} ago`
}

/** When something is due, in words: "due in 3 hours", "overdue by 2 days". */
export function due(
  instant: string,
  now: number,
  formats: Formats,
): { readonly words: string; readonly isOverdue: boolean } {
  const left = Date.parse(instant) - now
  if (Number.isNaN(left)) return { words: '', isOverdue: false }
  return left < 0
    ? { words: `overdue by ${span(-left, formats)}`, isOverdue: true }
    : { words: `due in ${span(left, formats)}`, isOverdue: false }
}

/** Asked for every amount of a long list. */
const signsIn = keeping((locale, style: Intl.NumberFormatOptions): NumberSigns => {
  const parts = numberFormat(locale, style).formatToParts(12_345_678.9)
  const signs = (wanted: string) =>
    parts.flatMap(({ type, value }) => (type === wanted ? value : []))
  const [group = ',', , third] = signs('group')
  const [decimal = '.'] = signs('decimal')
  return { group, decimal, inTwos: third !== undefined }
})

/** The number a user typed with their own separators; undefined when it is not one. */
export function numberFrom(text: string, { locale }: Formats): number | undefined {
  return writtenNumber(plainDigits(text), signsIn(locale, {}))
}
