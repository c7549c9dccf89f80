import { type BusinessCalendar, isTimeZone, plainCalendar } from '#lib/handoff/business-time.ts'

/** When a user works, as far as Salesforce tells: their time zone, or UTC when the browser does not know it. */
export function calendarOf(timeZone: string): BusinessCalendar {
  return plainCalendar(isTimeZone(timeZone) ? timeZone : 'UTC')
}
