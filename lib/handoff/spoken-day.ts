import { dayIn, timeIn } from './day.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** A day as people write it, such as `12 May 2027`; with `year: 'omitted'` without its year. Anything else comes back as it is. */
export function spokenDay(day: string, { year }: { readonly year?: 'omitted' } = {}): string {
  const [, years = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  const name = months[Number(month) - 1]
  if (name === undefined) return day
  const short = `${Number(date)} ${name}`
  return year === 'omitted' ? short : `${short} ${years}`
}

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/

/** An instant as people say it where the user is, such as `12 May 2027, 09:30`. Anything else comes back as it is. */
export function spokenMoment(timeZone: string | undefined, at: string): string {
  const time = timeZone !== undefined && instant.test(at) ? timeIn(timeZone, at) : undefined
  return time === undefined ? at : `${spokenDay(dayIn(timeZone, at))}, ${time}`
}

/** A time of day without its seconds, such as `09:30`: Salesforce's have no zone. Anything else comes back as it is. */
export const spokenTime = (time: string): string => time.replace(/^(.{5}):00\.000Z$/, '$1')
