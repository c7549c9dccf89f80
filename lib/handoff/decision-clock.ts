import { addBusinessTime, addToClock, businessTimeBetween } from './business-time.ts'
import type { BusinessCalendar } from './business-time.ts'
import type { Clocks, DecisionTimes } from './clocks.ts'
import { decisionTimes, merged } from './clocks.ts'
import type { InboxItem } from './inbox-item.ts'
import type { Offset } from './template.ts'

/** What a clock is read from. */
export type Clocked = Pick<InboxItem, 'status' | 'submittedAt' | 'givenAt' | 'dueAt' | 'pauses'>

/** Whether the clock stands still, because the sender owes an answer. */
export function isPaused({ status, pauses }: Pick<InboxItem, 'status' | 'pauses'>): boolean {
  return status === 'clarification' && pauses.some(({ to }) => to === null)
}

/** The stored due time, later by the working time in which the sender owed an answer. */
function dueAfterPauses({ dueAt, submittedAt, pauses }: Clocked, calendar: BusinessCalendar) {
  if (dueAt === null) return null
  const start = submittedAt ?? dueAt
  let due = dueAt
  for (const { from, to } of merged(pauses.filter((pause) => pause.to !== null))) {
    const begin = from > start ? from : start
    if (to > begin && begin < due)
      due = addBusinessTime(due, businessTimeBetween(begin, to, calendar), calendar)
  }
  return due
}

/**
 * When a handoff in a list must be decided and what happens around it. The due time is the one stored, which a
 * reassignment sets anew; what the template sets in the same unit lies as far from it as the template says, and all
 * else as far from when it was sent, or given to whoever has it now.
 */
export function clockOf(
  item: Clocked,
  clocks: Clocks | undefined,
  calendar: BusinessCalendar,
): DecisionTimes {
  const dueAt = dueAfterPauses(item, calendar)
  const still = { dueAt: null, remindAt: null, escalateAt: null, reassignAt: null }
  if (isPaused(item)) return { paused: true, ...still }
  if (dueAt === null || clocks === undefined) return { ...still, paused: false, dueAt }
  const { decision } = clocks
  const sentAt = item.submittedAt ?? dueAt
  const from = item.givenAt && item.givenAt > sentAt ? item.givenAt : sentAt
  const beside = (offset: Offset | undefined, whole: string | null, earliest = dueAt) => {
    if (offset === undefined) return null
    if (offset.unit !== decision.unit) return whole !== null && whole > earliest ? whole : earliest
    return addToClock(dueAt, { ...offset, amount: offset.amount - decision.amount }, calendar)
  }
  const closed = item.pauses.filter(({ to }) => to !== null)
  const times = decisionTimes(clocks, from, { calendar, pauses: closed })
  return {
    paused: false,
    dueAt,
    remindAt: beside(clocks.remind, times.remindAt, from),
    escalateAt: beside(clocks.escalate, times.escalateAt),
    reassignAt: beside(clocks.reassign, times.reassignAt),
  }
}
