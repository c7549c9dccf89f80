import {
  type Grouped,
  groupOf,
  type InboxCounts,
  type InboxGroup,
  type InboxReader,
} from '#lib/handoff/inbox.ts'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import { type MoveName, moves } from '#lib/handoff/lifecycle.ts'
import { groupWords } from './groups.ts'

/** What can be done with a handoff in a list. */
export type Deed = 'open' | 'accept' | 'ask' | 'decline' | 'reassign' | 'cancel' | 'complete'

/** A handoff in a list, with what it means to its reader and what this computer is doing to it. */
export interface Listed {
  readonly item: InboxItem
  /** As what the reader sees it. */
  readonly group: InboxGroup | 'team'
  /** What is on its way, such as "Accepting…"; empty when nothing is. */
  readonly underWay: string
  readonly deeds: readonly Deed[]
  /** What else is to be said of it. */
  readonly notes?: readonly string[]
}

/** A part of a list. */
export interface ListedGroup {
  readonly key: string
  readonly label: string
  /** Those at hand; there may be more, which are still being read. */
  readonly rows: readonly Listed[]
  /** How many rows there are in all. */
  readonly count: number
}

/** What this computer is doing to a handoff. */
export interface UnderWay {
  readonly handoffId: string | null
  readonly action: string
  readonly state: 'queued' | 'sending' | 'sent' | 'unknown' | 'needs-attention' | 'conflict'
}

const doing: Readonly<Record<string, string>> = {
  accept: 'Accepting…',
  ask: 'Asking…',
  decline: 'Declining…',
  reassign: 'Reassigning…',
  chase: 'Reminding…',
  withdraw: 'Withdrawing…',
  cancel: 'Cancelling…',
  complete: 'Completing…',
  submit: 'Sending…',
}

const stateWords: Readonly<Record<UnderWay['state'], string | undefined>> = {
  queued: undefined,
  sending: undefined,
  sent: '',
  unknown: 'Checking with Salesforce…',
  'needs-attention': 'Needs you: open it',
  conflict: 'Needs you: open it',
}

/** Moves that go on behind the user's back; a row says nothing of them. */
const silent: ReadonlySet<string> = new Set(['view', 'escalate', 'remind'])

/** What is on its way for a handoff, in words; empty when nothing is. */
export function underWayWords(handoffId: string, operations: readonly UnderWay[]): string {
  const operation = operations.find(
    (one) => one.handoffId === handoffId && one.state !== 'sent' && !silent.has(one.action),
  )
  if (!operation) return ''
  return stateWords[operation.state] ?? doing[operation.action] ?? 'Sending…'
}

const roles = {
  decide: 'incoming',
  answer: 'outgoing',
  sent: 'outgoing',
  escalated: 'manager',
  transition: null,
  done: null,
} as const satisfies Record<InboxGroup, string | null>

const offered: readonly (Deed & MoveName)[] = ['accept', 'ask', 'decline', 'reassign']

/** What the reader may do with a handoff of a group, in the order in which it is offered. */
function deedsFor(
  { status, outgoing, escalatesTo }: InboxItem,
  group: InboxGroup,
): readonly Deed[] {
  // A manager who has sent it herself acts as its sender.
  const isOwn = group === 'escalated' && escalatesTo?.userId === outgoing.userId
  const role = isOwn ? 'outgoing' : roles[group]
  const key = `${role} ${status}`
  const known = deedsKnown.get(key)
  if (known) return known
  const allowed = role === null ? [] : moves({ status }, role)
  const deeds: readonly Deed[] = ['open', ...offered.filter((deed) => allowed.includes(deed))]
  deedsKnown.set(key, deeds)
  return deeds
}

/** The same for every handoff of a group and status: a thousand rows ask at every key. */
const deedsKnown = new Map<string, readonly Deed[]>()

/** What the reader may do with at least one of these handoffs, in the order in which it is offered. */
export function deedsIn(items: readonly InboxItem[], reader: InboxReader): readonly Deed[] {
  const found = new Set(
    items.flatMap((item) => {
      const group = groupOf(item, reader)
      return group === null ? [] : deedsFor(item, group)
    }),
  )
  return offered.filter((deed) => found.has(deed))
}

/** The parts of an inbox as rows. `counts` says how many there are where not all are at hand yet. */
export function listed(
  groups: readonly Grouped[],
  operations: readonly UnderWay[],
  counts: InboxCounts = {},
): readonly ListedGroup[] {
  return groups.map(({ group, items }) => ({
    key: group,
    label: groupWords[group],
    count: counts[group] ?? items.length,
    rows: items.map((item) => rowFor(item, group, operations)),
  }))
}

/** Rows at rest, by their handoff: the same row is not drawn again because the list around it has changed. */
const atRest = new WeakMap<InboxItem, Listed>()

function rowFor(item: InboxItem, group: InboxGroup, operations: readonly UnderWay[]): Listed {
  const underWay = operations.length === 0 ? '' : underWayWords(item.id, operations)
  if (underWay !== '') return { item, group, underWay, deeds: ['open'] }
  const known = atRest.get(item)
  if (known?.group === group) return known
  const row: Listed = { item, group, underWay, deeds: deedsFor(item, group) }
  atRest.set(item, row)
  return row
}
