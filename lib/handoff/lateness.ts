import type { BusinessCalendar } from './business-time.ts'
import { type Clocks, urgencyAt } from './clocks.ts'
import { clockOf } from './decision-clock.ts'
import { isUndecided } from './undecided.ts'
import type { InboxItem } from './inbox-item.ts'

/** What lateness is judged by. */
export interface Judging {
  /** ISO 8601. */
  readonly now: string
  readonly calendar: BusinessCalendar
  readonly clocks: Clocks | undefined
}

/** Whether a decision is so late that the manager has to know, or that somebody else should take it. */
export function latenessOf(item: InboxItem, { now, calendar, clocks }: Judging): InboxItem['late'] {
  // Most are not late at all, which is cheap to see: clocks only ever run behind the stored due time.
  const mayBeLate = isUndecided(item) && item.dueAt !== null && item.dueAt <= now
  if (!mayBeLate) return 'no'
  const urgency = urgencyAt(clockOf(item, clocks, calendar), now)
  return urgency === 'escalate' || urgency === 'reassign' ? urgency : 'no'
}
