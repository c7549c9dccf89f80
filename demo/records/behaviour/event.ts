import { textOf } from '../text.ts'
import { fromDateTime, toDateTime } from '../datetime.ts'
import type { Row } from '../../soql/source.ts'
import { refuse } from '../refusal.ts'
import { changes, type Change } from '../writer.ts'
import type { Behaviour } from './behaviour.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Two weeks, in minutes. */
const LONGEST = 20_160

// As reported for orgs whose events last a day at most, https://support.rivasync.com/hc/en-us/articles/24498086130836;
// here they may last two weeks.
const TOO_LONG_OR_SHORT = 'Duration must be between 0 and 20160 minutes: Duration'

/** Events: start, end and duration follow from one another. */
export const event: Behaviour = {
  prepare: (change) => ({
    ...change.after,
    ...(change.after['IsAllDayEvent'] === true ? allDay(change) : timed(change)),
  }),
  check: ({ after }) => {
    if ((after['StartDateTime'] || after['ActivityDate']) && after['EndDateTime']) {
      const minutes = Number(after['DurationInMinutes'])
      const isReversed = textOf(after['EndDateTime']) < textOf(after['StartDateTime'])
      if (!isReversed && minutes <= LONGEST) return
      throw refuse('FIELD_INTEGRITY_EXCEPTION', TOO_LONG_OR_SHORT, ['DurationInMinutes'])
    }
    const message = 'Event duration or start and end time is missing'
    throw refuse('FIELD_INTEGRITY_EXCEPTION', message)
  },
}

/** Whole days from the first to the last, both at midnight; without an end or a duration it is one. */
function allDay(change: Change): Row {
  const day = firstDay(change)
  if (day === '') return {}
  const start = Date.parse(day)
  const end = Math.max(start, start + lastDayAfter(change, start) * DAY)
  const minutes = (end - start + DAY) / MINUTE
  const { given, after } = change
  if (given.has('EndDateTime') && given.has('DurationInMinutes')) checkSum(change, minutes)
  const isReversed = given.has('EndDateTime') && textOf(after['EndDateTime']).slice(0, 10) < day
  if (isReversed) return { StartDateTime: `${day}T00:00:00.000+0000` }
  return {
    ActivityDate: day,
    ActivityDateTime: null,
    StartDateTime: toDateTime(new Date(start)),
    EndDateTime: toDateTime(new Date(end)),
    EndDate: toDateTime(new Date(end)).slice(0, 10),
    DurationInMinutes: minutes,
  }
}

/** The day the client names, by its date or by a moment of it, else the one it was on. */
function firstDay({ after, given }: Change): string {
  const named = ['ActivityDate', 'StartDateTime', 'ActivityDateTime'].find((name) =>
    given.has(name),
  )
  const { ActivityDate, StartDateTime } = after
  return textOf(after[named ?? ''] ?? ActivityDate ?? StartDateTime).slice(0, 10)
}

/** How many days after the first the last one is; a moved event keeps its length. */
function lastDayAfter({ before, after, given }: Change, start: number): number {
  const days = (end: unknown, first: number) =>
    Math.floor((Date.parse(textOf(end).slice(0, 10)) - first) / DAY)
  if (given.has('EndDateTime') && after['EndDateTime']) return days(after['EndDateTime'], start)
  const minutes = after['DurationInMinutes']
  const isLong = given.has('DurationInMinutes') || before?.['IsAllDayEvent'] === true
  return isLong && typeof minutes === 'number' ? Math.ceil((minutes * MINUTE) / DAY) - 1 : 0
}

function timed(change: Change): Row {
  const { after, given } = change
  const named =
    given.has('ActivityDateTime') && !given.has('StartDateTime')
      ? 'ActivityDateTime'
      : 'StartDateTime'
  const start = fromDateTime(after[named] ?? after['ActivityDateTime'])
  if (!start) return {}
  const end = endOf(change, start)
  if (!end) return {}
  const minutes = Math.round((end.getTime() - start.getTime()) / MINUTE)
  if (given.has('EndDateTime') && given.has('DurationInMinutes')) checkSum(change, minutes)
  return {
    StartDateTime: toDateTime(start),
    ActivityDateTime: toDateTime(start),
    ActivityDate: toDateTime(start).slice(0, 10),
    EndDateTime: toDateTime(end),
    EndDate: toDateTime(end).slice(0, 10),
    DurationInMinutes: minutes,
  }
}

/**
 * Duration and end may both be named if they mean the same time.
 * https://developer.salesforce.com/docs/platform/object-reference/references/standard-objects/object-event.html
 */
function checkSum({ after: { DurationInMinutes } }: Change, minutes: number): void {
  if (DurationInMinutes === null || DurationInMinutes === minutes) return
  const message = 'Event duration and end time do not add up to the same time'
  throw refuse('FIELD_INTEGRITY_EXCEPTION', message, ['DurationInMinutes'])
}

/** What the client names counts; a moved event keeps its duration. */
function endOf(change: Change, start: Date): Date | undefined {
  const { after, before, given } = change
  const minutes = after['DurationInMinutes']
  const keepsDuration = before && changes(change, 'StartDateTime') && !given.has('EndDateTime')
  const usesDuration = typeof minutes === 'number' && (keepsDuration || !given.has('EndDateTime'))
  if (usesDuration) return new Date(start.getTime() + minutes * MINUTE)
  return fromDateTime(after['EndDateTime'])
}
