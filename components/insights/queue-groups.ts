import {
  type ListedGroup,
  type Listed,
  type UnderWay,
  underWayWords,
} from '#components/inbox/listed.ts'
import { moves } from '#lib/handoff/lifecycle.ts'
import type { Queued, QueueReason } from '#lib/metrics/queue.ts'

const groupWords: Readonly<Record<QueueReason, string>> = {
  left: 'The recipient has left',
  overdue: 'Overdue',
  'customer-waits': 'The customer waits: no first contact',
  'owner-due': 'Owner still to be changed',
  stuck: 'Stuck: nothing for 14 days',
  returned: 'Returned',
  unread: 'Accepted unread',
  bypassed: 'Submitted incomplete',
  'date-passed': 'Close date passed, deal still open',
  'no-next-step': 'No next step',
}

/** Empty where the row itself says it. */
const noteWords: Readonly<Record<QueueReason, string>> = {
  left: '',
  overdue: 'overdue',
  'customer-waits': '',
  'owner-due': '',
  stuck: 'nothing has happened for 14 days',
  returned: 'came back to its sender',
  unread: 'accepted unread',
  bypassed: 'submitted incomplete',
  'date-passed': 'the close date has passed',
  'no-next-step': 'no next step',
}

const deeds = ['reassign', 'cancel', 'complete'] as const

/** What needs a manager as parts of a list. */
export function queueGroups(
  queue: ReadonlyMap<QueueReason, readonly Queued[]>,
  operations: readonly UnderWay[],
): readonly ListedGroup[] {
  return [...queue].map(([reason, queued]) => ({
    key: reason,
    label: groupWords[reason],
    count: queued.length,
    rows: queued.map((one) => rowOf(one, operations)),
  }))
}

function rowOf({ item, reasons }: Queued, operations: readonly UnderWay[]): Listed {
  const underWay = underWayWords(item.id, operations)
  const allowed = moves(item, 'manager')
  const offered = deeds.filter((deed) => allowed.includes(deed))
  const [, ...others] = reasons
  return {
    item,
    group: 'team',
    underWay,
    deeds: underWay === '' ? ['open', ...offered] : ['open'],
    notes: others.map((reason) => noteWords[reason]).filter(Boolean),
  }
}
