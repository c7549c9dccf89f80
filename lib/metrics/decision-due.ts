import { clockOf } from '#lib/handoff/decision-clock.ts'
import type { Measuring } from './indicators.ts'
import type { HandoffRecord } from './record.ts'

/** What the clock of a decision is read from, and when it was decided. */
type Deciding = Pick<HandoffRecord, 'status' | 'submittedAt' | 'dueAt' | 'pauses'> & {
  readonly decidedAt?: string | null | undefined
}

/** By when a handoff was to be decided, later by the time in which its sender owed an answer; null while they do. */
export function decisionDueAt(
  { status, submittedAt, dueAt, pauses, decidedAt = null }: Deciding,
  { calendar }: Pick<Measuring, 'calendar'>,
): string | null {
  // A question that was still open stopped mattering with the decision.
  const until = pauses.map(({ question, from, to }) => ({ question, from, to: to ?? decidedAt }))
  return clockOf({ status, submittedAt, dueAt, pauses: until }, undefined, calendar).dueAt
}

/** Whether nobody has decided, though it was to be decided by now. */
export function isOverdue(one: Deciding, measuring: Measuring): boolean {
  const dueAt = one.decidedAt ? null : decisionDueAt(one, measuring)
  return dueAt !== null && Date.parse(dueAt) < Date.parse(measuring.now)
}
