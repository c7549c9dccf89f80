import { isOverdue } from './decision-due.ts'
import { closedAfter, isStalled, type Measuring, qualityScore } from './indicators.ts'
import type { HandoffRecord } from './record.ts'
import { tracedReasons } from './traced.ts'

/** A handoff worth talking about in a review, with the reasons. */
export interface Discussion {
  readonly handoffId: string
  readonly because: readonly string[]
}

type Reason = (one: HandoffRecord, measuring: Measuring) => boolean

const reasons: readonly (readonly [string, Reason])[] = [
  ['The deal was lost after the handoff', (one) => one.outcome === 'lost' && closedAfter(one)],
  ['The decision is overdue', isOverdue],
  [
    'Nothing has happened for 14 days',
    (one, { now }) => one.decision === 'accepted' && isStalled(one, now),
  ],
  ['The customer had to repeat themselves', ({ pulse }) => (pulse.repeat ?? 0) >= 4],
  ['The recipient rated it below 3', (one) => (qualityScore(one) ?? 5) < 3],
  ['It came back more than once', ({ resubmissions }) => resubmissions > 1],
  ['It was submitted incomplete', ({ bypassed }) => bypassed],
  [
    'It was accepted unread',
    ({ decision, firstViewedAt }) => decision === 'accepted' && firstViewedAt === null,
  ],
]

/** The handoffs to discuss in a review, those with the most reasons first. */
export function toDiscuss(
  handoffs: readonly HandoffRecord[],
  measuring: Measuring,
): readonly Discussion[] {
  return handoffs
    .map((one) => ({
      handoffId: one.id,
      because: [
        ...tracedReasons(one),
        ...reasons.filter(([, applies]) => applies(one, measuring)).map(([because]) => because),
      ],
    }))
    .filter(({ because }) => because.length > 0)
    .toSorted((one, other) => other.because.length - one.because.length)
}
