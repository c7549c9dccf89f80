import { timeFormat } from './formatters.ts'
import type { Formats } from './formats.ts'
import { plainDigits } from './plain-digits.ts'

const isoDay = (year: number, month: number, day: number): string | undefined => {
  const at = new Date(Date.UTC(year, month - 1, day))
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year > 1900
  return isReal ? at.toISOString().slice(0, 10) : undefined
}

/** The Buddhist era began 543 years before the common one. */
const BUDDHIST = 543

/** The year of our era: two digits belong to this century, and who writes Buddhist years is ahead of it. */
function wholeYear(year: number, { locale }: Formats): number {
  if (year < 100) return 2000 + year
  const isBuddhist = timeFormat(locale, {}).resolvedOptions().calendar === 'buddhist'
  return isBuddhist && year > 2400 ? year - BUDDHIST : year
}

/** Which of day, month and year comes first, second and third for this user. */
function orderIn(locale: string | undefined): readonly string[] {
  const style = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
  const parts = new Intl.DateTimeFormat(locale, { ...style, calendar: 'gregory' }).formatToParts(0)
  return parts.flatMap(({ type }) => (type in style ? [type] : []))
}

function fromNumbers(parts: readonly number[], formats: Formats): string | undefined {
  const [first = 0, second = 0, third = 0] = parts
  if (first > 1000) return isoDay(wholeYear(first, formats), second, third)
  const order = orderIn(formats.locale)
  // Whoever writes the year last never puts it first: only day and month change places.
  const isDayFirst = order.indexOf('day') < order.indexOf('month')
  const [day, month] = isDayFirst ? [first, second] : [second, first]
  return isoDay(wholeYear(third, formats), month, day)
}

const plain = (word: string) => word.toLowerCase().replaceAll('.', '')

function monthFrom(word: string, { locale }: Formats): number | undefined {
  const wanted = plain(word)
  if (wanted.length < 3) return undefined
  for (const tag of [locale, 'en']) {
    const names = new Intl.DateTimeFormat(tag, { month: 'long', day: 'numeric', timeZone: 'UTC' })
    for (let month = 1; month <= 12; month += 1) {
      const name = names.formatToParts(Date.UTC(2027, month - 1, 15))
      const long = plain(name.find(({ type }) => type === 'month')?.value ?? '')
      if (long.startsWith(wanted)) return month
    }
  }
  return undefined
}

function fromWords(text: string, formats: Formats): string | undefined {
  const words = text.match(/\p{L}[\p{L}\p{M}]+\.?/gu) ?? []
  const month = words.map((word) => monthFrom(word, formats)).find((one) => one !== undefined)
  const [first, second] = (text.match(/\d+/g) ?? []).map(Number)
  if (month === undefined || first === undefined || second === undefined) return undefined
  const [year, day] = first > 31 ? [first, second] : [second, first]
  return isoDay(wholeYear(year, formats), month, day)
}

// The signs for year, month and day stand behind their numbers in Chinese, Japanese and Korean.
const NUMBERS = /^(\d{1,4})\s*[-./年년]\s*(\d{1,2})\s*[-./月월]\s*(\d{1,4})\s*(?:\.|日|일|г\.?)?$/

/** The day that a text names as this user writes days, as `YYYY-MM-DD`; undefined when it names none. */
export function dayFrom(text: string, formats: Formats): string | undefined {
  const trimmed = plainDigits(text).trim()
  const iso = /^(\d{4}-\d{2}-\d{2})(?:T|\s\d{1,2}:|$)/.exec(trimmed)?.[1]
  const numbers = (iso ?? trimmed).match(NUMBERS)
  if (numbers) return fromNumbers(numbers.slice(1).map(Number), formats)
  return trimmed.length > 30 ? undefined : fromWords(trimmed, formats)
}
