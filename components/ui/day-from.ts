import type { Formats } from './formats.ts'

const isoDay = (year: number, month: number, day: number): string | undefined => {
  const at = new Date(Date.UTC(year, month - 1, day))
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year > 1900
  return isReal ? at.toISOString().slice(0, 10) : undefined
}

const wholeYear = (year: number) => (year < 100 ? 2000 + year : year)

/** Which of day, month and year comes first, second and third for this user. */
function orderIn(locale: string | undefined): readonly string[] {
  const style = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
  const parts = new Intl.DateTimeFormat(locale, { ...style, calendar: 'gregory' }).formatToParts(0)
  return parts.flatMap(({ type }) => (type in style ? [type] : []))
}

function fromNumbers(parts: readonly number[], { locale }: Formats): string | undefined {
  const [first = 0, second = 0, third = 0] = parts
  if (first > 1000) return isoDay(first, second, third)
  const order = orderIn(locale)
  // Whoever writes the year last never puts it first: only day and month change places.
  const isDayFirst = order.indexOf('day') < order.indexOf('month')
  const [day, month] = isDayFirst ? [first, second] : [second, first]
  return isoDay(wholeYear(third), month, day)
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
  return isoDay(wholeYear(year), month, day)
}

/** The day that a text names as this user writes days, as `YYYY-MM-DD`; undefined when it names none. */
export function dayFrom(text: string, formats: Formats): string | undefined {
  const trimmed = text.trim()
  const iso = /^(\d{4}-\d{2}-\d{2})(?:T|\s\d{1,2}:|$)/.exec(trimmed)?.[1]
  const numbers = (iso ?? trimmed).match(/^(\d{1,4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,4})\.?$/)
  if (numbers) return fromNumbers(numbers.slice(1).map(Number), formats)
  return trimmed.length > 30 ? undefined : fromWords(trimmed, formats)
}
