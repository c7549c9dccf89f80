/** A date-time as the REST API writes it: whole seconds, `+0000` without a colon. */
export function toDateTime(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}.000+0000`
}

/** The instant of a REST date-time, in UTC where it names no zone; `undefined` when there is no such moment. */
export function fromDateTime(text: unknown): Date | undefined {
  if (typeof text !== 'string' || !isDate(text.slice(0, 10))) return undefined
  const zone = DATE_TIME.exec(text)?.groups?.['zone']
  if (zone === undefined) return undefined
  const instant = new Date(zone === '' ? `${text}Z` : text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  return Number.isNaN(instant.getTime()) ? undefined : instant
}

/** Whether the text is a date that exists, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

/** The date an instant falls on in a time zone, as `YYYY-MM-DD`. */
export function dateIn(timeZone: string, instant: Date): string {
  return dayFormat(timeZone).format(instant)
}

// Making a format takes far longer than using it, and every activity asks for one.
const dayFormats = new Map<string, Intl.DateTimeFormat>()

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  dayFormats.set(timeZone, format)
  return format
}

const DATE_TIME = /^.{10}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(?<zone>(Z|[+-]\d{2}:?\d{2})?)$/

const TIME = /^(?<minute>(?:[01]\d|2[0-3]):[0-5]\d)(?<second>:[0-5]\d)?(?<part>\.\d{1,3})?Z?$/

/** A time of day as the REST API writes it, "10:00:00.000Z"; `undefined` when there is no such time. */
export function toTime(text: string): string | undefined {
  const found = TIME.exec(text)?.groups
  if (!found) return undefined
  const { minute = '', second = ':00', part = '' } = found
  return `${minute}${second}${part.padEnd(4, part === '' ? '.000' : '0')}Z`
}
