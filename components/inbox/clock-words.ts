import {
  type BusinessCalendar,
  businessTimeBetween,
  calendarOf,
} from '#lib/handoff/business-time.ts'
import { clockOf, type Clocked } from '#lib/handoff/decision-clock.ts'
import { type Formats, number, span, wholeUnits } from '#components/ui/formats.ts'

const HOUR = 60 * 60 * 1000
const WORKDAY = 8 * HOUR
const LONG = 45 * 24 * HOUR

/** The clock of a decision in words. */
export interface ClockWords {
  readonly words: string
  readonly state: 'none' | 'paused' | 'running' | 'soon' | 'overdue'
  /** The instant itself; null when the clock stands still or there is none. */
  readonly at: string | null
}

/** When the reader works: in the time zone that Salesforce has for them. */
export function calendarFor({ timeZone }: Formats): BusinessCalendar {
  return calendarOf(timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone)
}

interface Reading {
  readonly now: number
  readonly formats: Formats
  readonly calendar: BusinessCalendar
}

/** How much working time is left to decide, or has passed since. */
export function clockWords(item: Clocked, { now, formats, calendar }: Reading): ClockWords {
  const { paused, dueAt } = clockOf(item, undefined, calendar)
  if (paused) return { words: 'clock stands still', state: 'paused', at: null }
  if (dueAt === null) return { words: '', state: 'none', at: null }
  const late = Date.parse(dueAt) < now
  const working = workingTime(dueAt, now, calendar)
  // Over a weekend no working time passes; then the plain span is the honest one.
  const plain = span(Math.abs(Date.parse(dueAt) - now), formats)
  const time = working < HOUR ? plain : workingSpan(working, formats)
  const words = late ? `late by ${time}` : `due in ${time}`
  const isSoon = working < WORKDAY / 2 && Date.parse(dueAt) - now < LONG
  const running = isSoon ? 'soon' : 'running'
  return { words, state: late ? 'overdue' : running, at: dueAt }
}

/** Working time between now and then, whichever comes first; none is counted over a very long time. */
function workingTime(dueAt: string, now: number, calendar: BusinessCalendar): number {
  const at = new Date(now).toISOString()
  if (Math.abs(Date.parse(dueAt) - now) > LONG) return 0
  return dueAt < at
    ? businessTimeBetween(dueAt, at, calendar)
    : businessTimeBetween(at, dueAt, calendar)
}

/** "15 business hours", "2 business days": a day has eight hours, and below two days hours say it better. */
function workingSpan(milliseconds: number, formats: Formats): string {
  const isLong = wholeUnits(milliseconds, WORKDAY) >= 2
  const count = wholeUnits(milliseconds, isLong ? WORKDAY : HOUR)
  return `${number(count, formats)} business ${isLong ? 'day' : 'hour'}${count === 1 ? '' : 's'}`
}
