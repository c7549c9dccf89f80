import { dayAfter, instantOn, plainCalendar } from '#lib/handoff/business-time.ts'
import { type Busy, meetingTimes } from '#lib/handoff/meeting-times.ts'
import { isTimeZone } from '#components/ui/time-zone.ts'
import type { AnswerOf } from '#lib/messaging/requests.ts'

type Calendars = Extract<AnswerOf<'users.calendars'>, { outcome: 'ok' }>['value']

/** A time zone that this browser does not know counts as the user's own. */
function calendarIn(timeZone: string, own: string) {
  return plainCalendar(isTimeZone(timeZone) ? timeZone : own)
}

/** Where each owner of a calendar is. */
export function zonesOf({ owners }: Calendars): ReadonlyMap<string, string> {
  return new Map(owners.map(({ userId, timeZone }) => [userId, timeZone]))
}

function busyIn(calendars: Calendars, own: string): readonly Busy[] {
  const zones = zonesOf(calendars)
  return calendars.engagements.map(({ userId, from, to, days }) => {
    if (days === null) return { from, to }
    const calendar = calendarIn(zones.get(userId) ?? own, own)
    return {
      from: instantOn(days.first, '00:00', calendar),
      to: instantOn(dayAfter(days.last), '00:00', calendar),
    }
  })
}

interface Wish {
  /** The user's own time zone, which says what a day is. */
  readonly timeZone: string
  readonly from: string
  readonly minutes: number
  /** How many days are looked at. */
  readonly days: number
}

/** Times at which all of them work and none is busy, as far as Salesforce tells. */
export function proposedTimes(
  calendars: Calendars,
  { timeZone, from, minutes, days }: Wish,
): readonly string[] {
  const others = calendars.owners.map((owner) => calendarIn(owner.timeZone, timeZone))
  return meetingTimes({
    calendars: [calendarIn(timeZone, timeZone), ...others],
    busy: busyIn(calendars, timeZone),
    from,
    minutes,
    days,
  })
}
