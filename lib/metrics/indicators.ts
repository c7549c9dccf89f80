import type { BusinessCalendar } from '#lib/handoff/business-time.ts'
import { businessTimeBetween } from '#lib/handoff/business-time.ts'
import { receivedRatings } from '#lib/handoff/rated.ts'
import { decisionDueAt, isOverdue } from './decision-due.ts'
import type { Figure } from './figure.ts'
import { mean, meanOf, medianOf, share } from './figure.ts'
import type { HandoffRecord } from './record.ts'

/** What figures need beside the handoffs. */
export interface Measuring {
  /** ISO 8601. */
  readonly now: string
  readonly calendar: BusinessCalendar
}

/** A figure that is always computed the same way, with the target it is held against. */
export interface Indicator {
  readonly key: string
  readonly label: string
  readonly unit: 'share' | 'business-hours' | 'days' | 'of-five' | 'count'
  readonly better: 'higher' | 'lower'
  /** Null: measured against the team's own past. */
  readonly target: number | null
  readonly measure: (handoffs: readonly HandoffRecord[], measuring: Measuring) => Figure
}

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const STALL_DAYS = 14

type Moment = keyof {
  [Key in keyof HandoffRecord as Key extends `${string}At` ? Key : never]: true
}

const days = (from: Moment, to: Moment) => (one: HandoffRecord) => {
  const [start, end] = [one[from], one[to]]
  return start === null || end === null ? null : (Date.parse(end) - Date.parse(start)) / DAY
}

const businessHours =
  (from: Moment, to: Moment, { calendar }: Measuring) =>
  (one: HandoffRecord) => {
    const [start, end] = [one[from], one[to]]
    return start === null || end === null ? null : businessTimeBetween(start, end, calendar) / HOUR
  }

const submitted = (handoffs: readonly HandoffRecord[]) =>
  handoffs.filter(({ submittedAt }) => submittedAt !== null)
const decided = (handoffs: readonly HandoffRecord[]) =>
  handoffs.filter(({ decision }) => decision !== null)
const accepted = (handoffs: readonly HandoffRecord[]) =>
  handoffs.filter(({ decision }) => decision === 'accepted')

/** The mean of the recipient's ratings, 1 to 5; null when they did not rate. */
export function qualityScore(one: HandoffRecord): number | null {
  return mean(receivedRatings(one.ratings).map(([, rating]) => rating))
}

/** Whether nothing happened in the fourteen days after the acceptance, or since, when those have passed. */
export function isStalled({ decidedAt, lastActivityAt }: HandoffRecord, now: string): boolean {
  if (decidedAt === null) return false
  const last = Math.max(Date.parse(decidedAt), Date.parse(lastActivityAt ?? decidedAt))
  return Date.parse(now) - last > STALL_DAYS * DAY
}

function isDecidedInTime(one: HandoffRecord, measuring: Measuring): boolean {
  const dueAt = decisionDueAt(one, measuring)
  if (dueAt === null || one.decidedAt === null) return false
  return Date.parse(one.decidedAt) <= Date.parse(dueAt)
}

/** Whether the deal is known to have been won or lost after the acceptance: many are won before. */
export function closedAfter({ outcome, stageMovedAt, decidedAt }: HandoffRecord): boolean {
  if (outcome !== 'won' && outcome !== 'lost') return false
  if (stageMovedAt === null || decidedAt === null) return false
  return Date.parse(stageMovedAt) > Date.parse(decidedAt)
}

const isRunning = ({ status }: HandoffRecord) => status !== 'completed' && status !== 'cancelled'

/** The part of a list in trouble; `behind` names it. */
function shareOfTrouble(
  list: readonly HandoffRecord[],
  inTrouble: (one: HandoffRecord) => boolean,
): Figure {
  const behind = list.filter(inTrouble).map(({ id }) => id)
  return {
    ...share(list, (one) => !behind.includes(one.id)),
    value: list.length === 0 ? null : behind.length / list.length,
  }
}

/** The mean of a count that should be small; `behind` names the greatest first, without those that have none. */
function meanCount(list: readonly HandoffRecord[], count: (one: HandoffRecord) => number): Figure {
  const { value } = meanOf(list, count)
  const some = list.filter((one) => count(one) > 0)
  return { value, count: list.length, behind: medianOf(some, count).behind }
}

/** Every indicator, in the order in which a manager reads them: ramp, satisfaction and progress of the deals lead. */
export const indicators: readonly Indicator[] = [
  {
    key: 'ramp',
    label: 'Acceptance to first progress',
    unit: 'days',
    better: 'lower',
    target: null,
    measure: (all) =>
      medianOf(
        accepted(all),
        (one) => days('decidedAt', 'stageMovedAt')(one) ?? days('decidedAt', 'firstValueAt')(one),
      ),
  },
  {
    key: 'quality',
    label: 'Rating by the recipient',
    unit: 'of-five',
    better: 'higher',
    target: 4,
    measure: (all) => meanOf(all, qualityScore),
  },
  {
    key: 'repeat-rate',
    label: 'Customers who had to repeat themselves',
    unit: 'share',
    better: 'lower',
    target: null,
    measure: (all) =>
      shareOfTrouble(
        all.filter(({ pulse }) => pulse.repeat !== null),
        ({ pulse }) => (pulse.repeat ?? 0) >= 4,
      ),
  },
  {
    key: 'stalled',
    label: 'Standing still after acceptance',
    unit: 'share',
    better: 'lower',
    target: 0.1,
    measure: (all, { now }) =>
      shareOfTrouble(accepted(all).filter(isRunning), (one) => isStalled(one, now)),
  },
  {
    key: 'first-submission-completeness',
    label: 'Complete at first submission',
    unit: 'share',
    better: 'higher',
    target: 0.95,
    measure: (all) => share(submitted(all), ({ bypassed }) => !bypassed),
  },
  {
    key: 'first-submission-acceptance',
    label: 'Accepted without a question',
    unit: 'share',
    better: 'higher',
    target: 0.9,
    measure: (all) =>
      share(
        decided(all),
        (one) => one.decision === 'accepted' && one.clarifications === 0 && one.resubmissions === 0,
      ),
  },
  {
    key: 'time-to-accept',
    label: 'Time to decide',
    unit: 'business-hours',
    better: 'lower',
    target: 16,
    measure: (all, by) => medianOf(decided(all), businessHours('submittedAt', 'decidedAt', by)),
  },
  {
    key: 'decided-in-time',
    label: 'Decided in time',
    unit: 'share',
    better: 'higher',
    target: 0.95,
    measure: (all, by) =>
      share(
        all.filter((one) => (one.decidedAt !== null && one.dueAt !== null) || isOverdue(one, by)),
        (one) => isDecidedInTime(one, by),
      ),
  },
  {
    key: 'won-to-handoff',
    label: 'Won to handoff',
    unit: 'business-hours',
    better: 'lower',
    target: 8,
    measure: (all, by) => medianOf(submitted(all), businessHours('wonAt', 'submittedAt', by)),
  },
  {
    key: 'time-to-kickoff',
    label: 'Won to kickoff',
    unit: 'days',
    better: 'lower',
    target: 7,
    measure: (all) => medianOf(all, days('wonAt', 'kickoffAt')),
  },
  {
    key: 'context-completeness',
    label: 'Completeness',
    unit: 'share',
    better: 'higher',
    target: 0.9,
    measure: (all) => meanOf(submitted(all), ({ completeness }) => completeness),
  },
  {
    key: 'clarifications',
    label: 'Questions per handoff',
    unit: 'count',
    better: 'lower',
    target: null,
    measure: (all) => meanCount(submitted(all), ({ clarifications }) => clarifications),
  },
  {
    key: 'resubmissions',
    label: 'Resubmissions per handoff',
    unit: 'count',
    better: 'lower',
    target: null,
    measure: (all) => meanCount(submitted(all), ({ resubmissions }) => resubmissions),
  },
  {
    key: 'time-to-first-contact',
    label: 'First contact after acceptance',
    unit: 'business-hours',
    better: 'lower',
    target: 16,
    measure: (all, by) => medianOf(accepted(all), businessHours('decidedAt', 'firstContactAt', by)),
  },
  {
    key: 'time-to-first-value',
    label: 'Won to first result',
    unit: 'days',
    better: 'lower',
    target: 30,
    measure: (all) => medianOf(all, days('wonAt', 'firstValueAt')),
  },
  {
    key: 'won-after',
    label: 'Won after the handoff',
    unit: 'share',
    better: 'higher',
    target: null,
    measure: (all) => share(accepted(all).filter(closedAfter), ({ outcome }) => outcome === 'won'),
  },
]
