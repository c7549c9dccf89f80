import { composite } from './composite.ts'
import { queryPart } from './context-parts.ts'
import { idAt, instantAt, isTrueAt, rowsOf, type SalesforceRecord, textAt } from './record.ts'
import type { SignedIn } from './signed-in.ts'
import { fields, fragment, instant, soql } from './soql.ts'
import { withoutHidden } from './without-hidden.ts'

/** Whose calendars are asked for, and of which stretch of time. */
export interface CalendarRequest {
  readonly userIds: readonly string[]
  readonly from: string
  readonly to: string
}

/** What stands in somebody's calendar, without what it is about. */
export interface Engagement {
  readonly userId: string
  readonly from: string
  readonly to: string
  /** The first and the last day when it takes whole days; they are days, not instants. */
  readonly days: { readonly first: string; readonly last: string } | null
}

/** Somebody whose calendar it is. */
export interface CalendarOwner {
  readonly userId: string
  readonly timeZone: string
}

const DAY = 24 * 60 * 60 * 1000
const earlier = (at: string) => new Date(Date.parse(at) - DAY).toISOString()

interface Calendars {
  readonly engagements: Engagement[]
  readonly owners: CalendarOwner[]
}

/** What may be hidden of events while it is still seen when somebody is busy. */
const spare = ['IsAllDayEvent', 'ShowAs']

/**
 * What Salesforce shows this user of some calendars, and where their owners are: one call, and one more for each
 * column of events that is hidden from them and that can be done without.
 */
export function readCalendars(user: SignedIn, asked: CalendarRequest): Promise<Calendars> {
  return withoutHidden(spare, (seen) => readWith(user, asked, seen))
}

async function readWith(
  { connection, version }: SignedIn,
  { userIds, from, to }: CalendarRequest,
  seen: readonly string[],
): Promise<Calendars> {
  const whole = seen.filter((column) => column === 'IsAllDayEvent')
  // Where it may not be seen who is free all the same, whatever stands in a calendar counts as busy.
  const busy = seen.includes('ShowAs') ? fragment`AND ShowAs != ${'Free'}` : fragment``
  // Whole days end at midnight in UTC wherever they are spent: those of the day before are asked for as well.
  const events = soql`SELECT ${fields(['OwnerId', 'StartDateTime', 'EndDateTime', ...whole])} FROM Event
    WHERE OwnerId IN ${userIds} ${busy}
    AND StartDateTime < ${instant(to)} AND EndDateTime >= ${instant(earlier(from))}
    ORDER BY StartDateTime ASC LIMIT 500`
  const people = soql`SELECT Id, TimeZoneSidKey FROM User WHERE Id IN ${userIds}`
  const parts = [queryPart('events', events), queryPart('people', people)]
  const replies = await composite(connection, parts, { allOrNone: false, version })
  const [found, owners] = [replies.get('events'), replies.get('people')]
  if (found?.error) throw found.error
  return {
    engagements: rowsOf(found?.body).flatMap(engagementIn),
    owners: rowsOf(owners?.body).map((row) => ({
      userId: idAt(row, 'Id'),
      timeZone: textAt(row, 'TimeZoneSidKey'),
    })),
  }
}

function engagementIn(row: SalesforceRecord): Engagement[] {
  const [from, to] = [instantAt(row, 'StartDateTime'), instantAt(row, 'EndDateTime')]
  if (from === null || to === null) return []
  // Whether it takes whole days may be hidden; those begin and end at midnight in UTC.
  const isWhole =
    'IsAllDayEvent' in row ? isTrueAt(row, 'IsAllDayEvent') : [from, to].every(isMidnight)
  const days = isWhole ? { first: from.slice(0, 10), last: to.slice(0, 10) } : null
  return [{ userId: idAt(row, 'OwnerId'), from, to, days }]
}

const isMidnight = (at: string) => Date.parse(at) % DAY === 0
