import { tzOffset } from '@date-fns/tz/tzOffset'
import type { Offset } from './template.ts'

/** Whether there is such a time zone, such as Europe/Berlin. */
export function isTimeZone(timeZone: string): boolean {
  return !Number.isNaN(aheadAt(0, timeZone))
}

/** When people work, in one time zone. */
export interface BusinessCalendar {
  /** Such as Europe/Berlin. */
  readonly timeZone: string
  /** 1 is Monday, 7 is Sunday; at least one. */
  readonly workDays: readonly number[]
  /** Such as 09:00. */
  readonly opens: string
  /** After it opens, on the same day. */
  readonly closes: string
  /** Days off, such as 2026-12-25. */
  readonly holidays: readonly string[]
}

const week = { workDays: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00', holidays: [] } as const

const plain = new Map<string, BusinessCalendar>()

/** Monday to Friday, nine to five, without holidays; the same for the same time zone, with the days it has counted. */
export function plainCalendar(timeZone: string): BusinessCalendar {
  const calendar = plain.get(timeZone) ?? { timeZone, ...week }
  plain.set(timeZone, calendar)
  return calendar
}

/** When somebody works, as far as is known: their time zone, or UTC when the browser does not know it. */
export function calendarOf(timeZone: string): BusinessCalendar {
  return plainCalendar(isTimeZone(timeZone) ? timeZone : 'UTC')
}

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** The day after (or, with a negative count, before) a day. */
export function dayAfter(day: string, count = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10)
}

/** The calendar day of an instant in the calendar's time zone. */
export function localDay(
  instant: string,
  { timeZone }: Pick<BusinessCalendar, 'timeZone'>,
): string {
  return clockAt(Date.parse(instant), timeZone).slice(0, 10)
}

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** Whether people work on that day. */
export function isWorkDay(day: string, { workDays, holidays }: BusinessCalendar): boolean {
  return workDays.includes(weekdayOf(day)) && !holidays.includes(day)
}

/** That day when people work on it, else the next working day, or the last one before it. */
export function workDayFrom(day: string, calendar: BusinessCalendar, step: 1 | -1 = 1): string {
  let worked = day
  while (!isWorkDay(worked, calendar)) worked = dayAfter(worked, step)
  return worked
}

const MINUTE = 60 * 1000

/** How far clocks in a time zone are ahead of UTC at an instant, in milliseconds. */
function aheadAt(instant: number, timeZone: string): number {
  return tzOffset(timeZone, new Date(instant)) * MINUTE
}

/** What a clock in a time zone shows at an instant, such as 2026-03-29T09:00:00.000. */
function clockAt(instant: number, timeZone: string): string {
  return new Date(instant + aheadAt(instant, timeZone)).toISOString().slice(0, -1)
}

/**
 * The instant, in milliseconds, at which a clock in the time zone shows that day and time; the first one where clocks
 * show it twice. A time that daylight saving skips is the same distance later. What the computer's own clock shows
 * does not matter: sender and recipient count the same.
 */
function atLocal(day: string, time: string, timeZone: string): number {
  const shown = Date.parse(`${day}T${time}Z`)
  const before = shown - aheadAt(shown - DAY, timeZone)
  const after = shown - aheadAt(shown + DAY, timeZone)
  const shows = (instant: number) => instant + aheadAt(instant, timeZone) === shown
  return [before, after].find(shows) ?? before
}

const localTime = (instant: number, timeZone: string) => clockAt(instant, timeZone).slice(11)

/** The first instant of that day at which the clock shows that time or a later one: the end of the gap, when daylight saving skips it. */
function firstAt(day: string, time: string, calendar: BusinessCalendar): number {
  const { timeZone } = calendar
  const shows = (at: number) => clockAt(at, timeZone).slice(0, 16)
  const wanted = `${day}T${time}`
  let at = atLocal(day, time, timeZone)
  if (shows(at) === wanted) return at
  const isLater = (instant: number) => shows(instant) >= wanted
  while (isLater(at - MINUTE)) at -= MINUTE
  return at
}

/** The first instant of that day at which the clock in the calendar's time zone shows that time or a later one. */
export function instantOn(day: string, time: string, calendar: BusinessCalendar): string {
  return new Date(firstAt(day, time, calendar)).toISOString()
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** The working hours of days, by the calendar: a thousand clocks read the same few days. */
const known = new WeakMap<BusinessCalendar, Map<string, Stretch | null>>()

function workOn(day: string, calendar: BusinessCalendar): Stretch | null {
  const days = known.get(calendar) ?? new Map<string, Stretch | null>()
  known.set(calendar, days)
  const before = days.get(day)
  if (before !== undefined) return before
  const work = hoursOf(day, calendar)
  days.set(day, work)
  return work
}

function hoursOf(day: string, calendar: BusinessCalendar): Stretch | null {
  if (!isWorkDay(day, calendar)) return null
  const { opens, closes } = calendar
  return { from: firstAt(day, opens, calendar), to: firstAt(day, closes, calendar) }
}

/** The instant when so many milliseconds of working time have passed since (or, negative, must still pass until) the start. */
export function addBusinessTime(start: string, time: number, calendar: BusinessCalendar): string {
  const step = time < 0 ? -1 : 1
  let left = Math.abs(time)
  let at = Date.parse(start)
  if (left === 0) return new Date(at).toISOString()
  for (let day = localDay(start, calendar); ; day = dayAfter(day, step)) {
    const work = workOn(day, calendar)
    const room = work
      ? step > 0
        ? work.to - Math.max(at, work.from)
        : Math.min(at, work.to) - work.from
      : 0
    if (work && room > 0) {
      at = step > 0 ? Math.max(at, work.from) : Math.min(at, work.to)
      if (left <= room) return new Date(at + step * left).toISOString()
      left -= room
    }
  }
}

/** The same time of day so many working days later, or earlier when negative. From a day off, the next working day is the first. */
export function addBusinessDays(start: string, days: number, calendar: BusinessCalendar): string {
  const step = days < 0 ? -1 : 1
  let day = localDay(start, calendar)
  for (let left = Math.abs(Math.trunc(days)); left > 0;) {
    day = dayAfter(day, step)
    if (isWorkDay(day, calendar)) left -= 1
  }
  return sameTimeOn(day, start, calendar)
}

function sameTimeOn(day: string, start: string, calendar: BusinessCalendar): string {
  if (day === localDay(start, calendar)) return new Date(Date.parse(start)).toISOString()
  const time = localTime(Date.parse(start), calendar.timeZone)
  return new Date(atLocal(day, time, calendar.timeZone)).toISOString()
}

/** The same time of day on a working day: that day, else the next one, or the last one before it. */
export function onWorkDay(at: string, calendar: BusinessCalendar, step: 1 | -1 = 1): string {
  return sameTimeOn(workDayFrom(localDay(at, calendar), calendar, step), at, calendar)
}

/** Milliseconds of working time between two instants; 0 when the second comes first. */
export function businessTimeBetween(from: string, to: string, calendar: BusinessCalendar): number {
  const [start, end] = [Date.parse(from), Date.parse(to)]
  const last = localDay(to, calendar)
  let sum = 0
  for (let day = localDay(from, calendar); day <= last; day = dayAfter(day)) {
    const work = workOn(day, calendar)
    if (work) sum += Math.max(0, Math.min(end, work.to) - Math.max(start, work.from))
  }
  return sum
}

type Adders = {
  readonly [Unit in Offset['unit']]: (
    start: string,
    amount: number,
    calendar: BusinessCalendar,
  ) => string
}

const adders: Adders = {
  hours: (start, amount) => new Date(Date.parse(start) + amount * HOUR).toISOString(),
  days: (start, amount, calendar) =>
    sameTimeOn(dayAfter(localDay(start, calendar), Math.trunc(amount)), start, calendar),
  'business-hours': (start, amount, calendar) => addBusinessTime(start, amount * HOUR, calendar),
  'business-days': addBusinessDays,
}

/**
 * The instant at which a clock that starts then has run for that long. A business day is as much working time as a day
 * has: whoever is asked on a day off, or at night, loses none of it.
 */
export function addToClock(start: string, offset: Offset, calendar: BusinessCalendar): string {
  if (offset.unit !== 'business-days') return addOffset(start, offset, calendar)
  return addBusinessTime(start, offset.amount * workdayOf(calendar), calendar)
}

/** How long people work on a day, in milliseconds. */
function workdayOf({ opens, closes }: BusinessCalendar): number {
  return Date.parse(`1970-01-01T${closes}Z`) - Date.parse(`1970-01-01T${opens}Z`)
}

/** The instant that lies an offset away from the start. Days keep the time of day across daylight-saving changes; hours are exact. */
export function addOffset(start: string, offset: Offset, calendar: BusinessCalendar): string {
  return adders[offset.unit](start, offset.amount, calendar)
}
