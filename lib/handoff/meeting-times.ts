import { type BusinessCalendar, dayAfter, instantOn, isWorkDay, localDay } from './business-time.ts'

/** A stretch in which somebody is busy, as instants. */
export interface Busy {
  readonly from: string
  readonly to: string
}

/** What a meeting has to fit. */
export interface Wanted {
  /** When each of those who come works, where they are. */
  readonly calendars: readonly BusinessCalendar[]
  readonly busy: readonly Busy[]
  /** Not before this instant. */
  readonly from: string
  readonly minutes: number
  /** How many days are looked at, the first included. */
  readonly days: number
}

const MINUTE = 60 * 1000
/** Meetings begin on the hour or the half hour, as clocks show it where the user is: zones can lie 45 minutes apart. */
const GRID = 30 * MINUTE
/** As many are proposed of a day, so that the choice is between days. */
const perDay = 2
const apart = 2 * 60 * MINUTE

interface Stretch {
  readonly start: number
  readonly end: number
}

const overlaps = (one: Stretch, other: Stretch) => one.start < other.end && other.start < one.end

/** The working hours of a calendar around a day, which begin and end on other days elsewhere. */
function hoursAround(day: string, calendar: BusinessCalendar): readonly Stretch[] {
  return [-1, 0, 1]
    .map((away) => dayAfter(day, away))
    .filter((one) => isWorkDay(one, calendar))
    .map((one) => ({
      start: Date.parse(instantOn(one, calendar.opens, calendar)),
      end: Date.parse(instantOn(one, calendar.closes, calendar)),
    }))
}

function startsOn(day: string, wanted: Wanted): readonly number[] {
  const { calendars, busy, from, minutes } = wanted
  const [own] = calendars
  if (own === undefined || !isWorkDay(day, own)) return []
  const hours = calendars.map((calendar) => hoursAround(day, calendar))
  const taken = busy.map((one) => ({ start: Date.parse(one.from), end: Date.parse(one.to) }))
  const opens = Date.parse(instantOn(day, own.opens, own))
  const closes = Date.parse(instantOn(day, own.closes, own))
  const after = (Number(own.opens.slice(3)) * MINUTE) % GRID
  const starts: number[] = []
  for (let start = opens + ((GRID - after) % GRID); start < closes; start += GRID) {
    const meeting = { start, end: start + minutes * MINUTE }
    const isWorked = hours.every((list) =>
      list.some((work) => work.start <= meeting.start && meeting.end <= work.end),
    )
    const isFree = !taken.some((one) => overlaps(one, meeting))
    if (isWorked && isFree && start >= Date.parse(from)) starts.push(start)
  }
  return starts
}

/** At most two of a day, the second well after the first. */
function chosen(starts: readonly number[]): readonly number[] {
  const [first] = starts
  if (first === undefined) return []
  const second = starts.find((start) => start - first >= apart)
  return [first, ...(second === undefined ? [] : [second])].slice(0, perDay)
}

/** Times at which everybody works and nobody is busy, in order. The first calendar says what a day is. */
export function meetingTimes(wanted: Wanted): readonly string[] {
  const [own] = wanted.calendars
  if (own === undefined) return []
  const first = localDay(wanted.from, own)
  return Array.from({ length: wanted.days }, (_, count) => dayAfter(first, count)).flatMap((day) =>
    chosen(startsOn(day, wanted)).map((start) => new Date(start).toISOString()),
  )
}
