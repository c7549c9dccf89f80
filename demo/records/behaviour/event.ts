import { textOf } from '../text.ts'
import { fromDateTime, toDateTime } from '../datetime.ts'
import type { Row } from '../../soql/source.ts'
import { refuse } from '../refusal.ts'
import { changes, type Change } from '../writer.ts'
import type { Behaviour } from './behaviour.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Events: start, end and duration follow from one another. */
export const event: Behaviour = {
  prepare: (change) => ({
    ...change.after,
    ...(change.after['IsAllDayEvent'] === true ? allDay(change.after) : timed(change)),
  }),
  check: ({ after }) => {
    if (after['StartDateTime'] || after['ActivityDate']) {
      if (after['EndDateTime'] && textOf(after['EndDateTime']) >= textOf(after['StartDateTime']))
        return
    }
    const message = 'Event duration or start and end time is missing'
    throw refuse('FIELD_INTEGRITY_EXCEPTION', message)
  },
}

/** Invitees: a user gets the event in the own calendar, a contact does not. */
export const eventRelation: Behaviour = {
  settle: ({ writer, before, after }) => {
    const parent = writer.state.store.table('Event').get(String(after['EventId']))
    if (before || !parent || after['IsInvitee'] !== true) return
    writer.derive.update('Event', { Id: parent['Id'], IsGroupEvent: true, GroupEventType: '1' })
    if (!String(after['RelationId']).startsWith('005')) return
    const { Id: _, ...copied } = parent
    writer.derive.insert('Event', {
      ...copied,
      OwnerId: after['RelationId'],
      IsChild: true,
      IsGroupEvent: true,
    })
  },
}

function allDay({ ActivityDate, StartDateTime, EndDateTime, DurationInMinutes }: Row): Row {
  const day = textOf(ActivityDate ?? StartDateTime).slice(0, 10)
  if (day === '') return {}
  const start = `${day}T00:00:00.000+0000`
  const minutes = Number(DurationInMinutes ?? DAY / MINUTE)
  const end = EndDateTime ?? start
  return {
    ActivityDate: day,
    ActivityDateTime: null,
    StartDateTime: start,
    EndDateTime: end,
    EndDate: textOf(end).slice(0, 10),
    DurationInMinutes: minutes,
  }
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
