import { dayIn } from '#lib/handoff/day.ts'
import { isUndecided } from '#lib/handoff/undecided.ts'
import { isRunning } from '#lib/handoff/follow-through.ts'
import { isLate } from '#lib/handoff/owed.ts'
import type { OverviewItem } from '#lib/handoff/overview-item.ts'
import { isOverdue } from './decision-due.ts'
import { isStalled, type Measuring } from './indicators.ts'

/** Why a manager should look at a handoff, the most pressing first. */
const queueReasons = [
  'left',
  'overdue',
  'customer-waits',
  'owner-due',
  'stuck',
  'returned',
  'unread',
  'bypassed',
  'date-passed',
  'no-next-step',
] as const
export type QueueReason = (typeof queueReasons)[number]

/** Whether it waits for a decision, or is carried out. */
const isOnItsWay = (item: OverviewItem) => isUndecided(item) || isRunning(item)

/** Whether a deal is still to be sold while it changes hands: its data has to be right. */
const isSold = (item: OverviewItem) => item.outcome === 'open' && isOnItsWay(item)

type Applies = (item: OverviewItem, measuring: Measuring) => boolean

const applies: { readonly [Reason in QueueReason]: Applies } = {
  left: (item) => isUndecided(item) && item.recipientLeft === true,
  overdue: (item, measuring) => isUndecided(item) && isOverdue(item, measuring),
  'customer-waits': ({ contactDueAt }, { now }) => isLate(contactDueAt, now),
  'owner-due': ({ ownerDueAt }, { now }) => isLate(ownerDueAt, now),
  stuck: (item, { now }) => isRunning(item) && isStalled(item, now),
  returned: ({ status, resubmissions }) =>
    status === 'declined' || (resubmissions > 0 && status === 'submitted'),
  unread: (item) => isRunning(item) && item.firstViewedAt === null,
  bypassed: (item) => item.bypassed && isOnItsWay(item),
  'date-passed': (item, { now, calendar }) =>
    isSold(item) && (item.closeDate || '9') < dayIn(calendar.timeZone, now),
  'no-next-step': (item) => isSold(item) && item.lacksNextStep === true,
}

/** A handoff that needs its manager, with every reason; it is listed under the first. */
export interface Queued {
  readonly item: OverviewItem
  readonly reasons: readonly [QueueReason, ...QueueReason[]]
}

/** What needs a manager, by the most pressing reason, the longest due first. */
export function managerQueue(
  items: readonly OverviewItem[],
  measuring: Measuring,
): ReadonlyMap<QueueReason, readonly Queued[]> {
  const queued = items.flatMap((item): Queued[] => {
    const [first, ...others] = queueReasons.filter((reason) => applies[reason](item, measuring))
    return first === undefined ? [] : [{ item, reasons: [first, ...others] }]
  })
  const since = ({ item }: Queued) => item.dueAt ?? item.submittedAt ?? item.modifiedAt
  const ordered = queued.toSorted((a, b) => since(a).localeCompare(since(b)))
  const byReason = Map.groupBy(ordered, ({ reasons }) => reasons[0])
  return new Map(
    queueReasons.flatMap((reason) => {
      const members = byReason.get(reason)
      return members ? [[reason, members] as const] : []
    }),
  )
}
