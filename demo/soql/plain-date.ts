import { TZDate } from '@date-fns/tz'

/** A day without a time zone, kept as its UTC midnight in milliseconds. */
export type Day = number

const DAY = 24 * 60 * 60 * 1000

/** The day of a year, month (1–12, may run over) and day of the month. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return Date.UTC(year, month - 1, dayOfMonth)
}

/** The day so many days later. */
export function plusDays(day: Day, days: number): Day {
  return day + days * DAY
}

/** The year, month (1–12), day of the month and day of the week (Sunday is 1). */
export function partsOf(day: Day) {
  const date = new Date(day)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    dayOfMonth: date.getUTCDate(),
    dayOfWeek: date.getUTCDay() + 1,
  }
}

/** Number of the day within its year, from 1. */
export function dayOfYear(day: Day): number {
  return (day - dayOf(partsOf(day).year, 1, 1)) / DAY + 1
}

/** The day as REST writes it, such as "2026-11-23". */
export function dayText(day: Day): string {
  return new Date(day).toISOString().slice(0, 10)
}

/** The day of a text such as "2026-11-23". */
export function dayOfText(text: string): Day {
  return Date.parse(`${text}T00:00:00Z`)
}

/** The day it is at an instant (milliseconds) in a time zone. */
export function dayAt(instant: number, timeZone: string): Day {
  const local = new TZDate(instant, timeZone)
  return dayOf(local.getFullYear(), local.getMonth() + 1, local.getDate())
}

/** The hour (0–23) it is at an instant in a time zone. */
export function hourAt(instant: number, timeZone: string): number {
  return new TZDate(instant, timeZone).getHours()
}

/** The instant (milliseconds) at which a day begins in a time zone. */
export function startOf(day: Day, timeZone: string): number {
  const { year, month, dayOfMonth } = partsOf(day)
  return new TZDate(year, month - 1, dayOfMonth, timeZone).getTime()
}

/** The instant (milliseconds) of a date-time as REST writes it; NaN for anything else. */
export function instantOf(text: string): number {
  return Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
}
