import type * as z from 'zod/mini'
import type { BusinessCalendar } from './business-time.ts'
import { addBusinessTime, addToClock, businessTimeBetween } from './business-time.ts'
import type { clocksSchema, Offset } from './template.ts'

export type Clocks = z.infer<typeof clocksSchema>

/** A stretch in which the sender owes an answer, so the recipient's clock stands still. Open while `to` is null. */
interface Pause {
  readonly from: string
  readonly to: string | null
}

/** When the recipient must have decided and what happens around it, as instants. Null where the template sets no such time or the clock stands still. */
export interface DecisionTimes {
  readonly paused: boolean
  readonly dueAt: string | null
  readonly remindAt: string | null
  readonly escalateAt: string | null
  readonly reassignAt: string | null
}

/** What a clock needs to know. */
export interface ClockContext {
  readonly calendar: BusinessCalendar
  readonly pauses?: readonly Pause[]
}

const NEVER = '9999-12-31T00:00:00.000Z'

/** Pauses that overlap count once. */
export function merged(pauses: readonly Pause[]): readonly { from: string; to: string }[] {
  const whole: { from: string; to: string }[] = []
  const stretches = pauses.map(({ from, to }) => ({ from, to: to ?? NEVER }))
  for (const next of stretches.toSorted((one, other) => one.from.localeCompare(other.from))) {
    const last = whole.at(-1)
    if (last && next.from <= last.to) last.to = next.to > last.to ? next.to : last.to
    else if (next.to > next.from) whole.push(next)
  }
  return whole
}

const inBusinessTime = ({ unit }: Offset) => unit.startsWith('business-')

/** The instant an offset after the start, later by every pause that began before it; null while a pause is open. */
function dueAfter(start: string, offset: Offset | undefined, context: ClockContext): string | null {
  if (offset === undefined) return null
  const { calendar, pauses = [] } = context
  let due = addToClock(start, offset, calendar)
  for (const pause of merged(pauses)) {
    const from = pause.from > start ? pause.from : start
    if (from >= due) break
    if (pause.to === NEVER) return null
    if (pause.to <= from) continue
    due = inBusinessTime(offset)
      ? addBusinessTime(due, businessTimeBetween(from, pause.to, calendar), calendar)
      : new Date(Date.parse(due) + Date.parse(pause.to) - Date.parse(from)).toISOString()
  }
  return due
}

/** When a handoff submitted at that instant must be decided, with reminder, escalation and suggested reassignment. */
export function decisionTimes(
  clocks: Clocks,
  submittedAt: string,
  context: ClockContext,
): DecisionTimes {
  return {
    paused: (context.pauses ?? []).some(({ to }) => to === null),
    dueAt: dueAfter(submittedAt, clocks.decision, context),
    remindAt: dueAfter(submittedAt, clocks.remind, context),
    escalateAt: dueAfter(submittedAt, clocks.escalate, context),
    reassignAt: dueAfter(submittedAt, clocks.reassign, context),
  }
}

/** When the sender must have answered a clarification asked at that instant. */
export function clarificationDueAt(
  clocks: Clocks,
  askedAt: string,
  { calendar }: ClockContext,
): string {
  return addToClock(askedAt, clocks.clarification, calendar)
}

/** When the recipient must have spoken to the customer for the first time; null when the template sets no such time. */
export function firstContactDueAt(
  clocks: Clocks,
  acceptedAt: string,
  { calendar }: ClockContext,
): string | null {
  return clocks.firstContact ? addToClock(acceptedAt, clocks.firstContact, calendar) : null
}

/** How urgent a decision is, the mildest first. */
export type Urgency = 'paused' | 'running' | 'remind' | 'overdue' | 'escalate' | 'reassign'

/** How urgent a decision is at that instant. */
export function urgencyAt(times: DecisionTimes, now: string): Urgency {
  const passed = (at: string | null) => at !== null && Date.parse(at) <= Date.parse(now)
  if (times.paused) return 'paused'
  if (passed(times.reassignAt)) return 'reassign'
  if (passed(times.escalateAt)) return 'escalate'
  if (passed(times.dueAt)) return 'overdue'
  return passed(times.remindAt) ? 'remind' : 'running'
}
