import { isPaused } from './decision-clock.ts'
import { isUndecided } from './undecided.ts'
import type { InboxItem } from './inbox-item.ts'
import { isLate } from './owed.ts'
import { isResting } from './resting.ts'

/** The parts of an inbox, in the order in which they are shown. */
const inboxGroups = ['decide', 'answer', 'escalated', 'transition', 'sent', 'done'] as const
export type InboxGroup = (typeof inboxGroups)[number]

/** How many handoffs there are in each part; parts without any are left out. */
export type InboxCounts = { readonly [Group in InboxGroup]?: number }

/** Who reads the inbox, and when. */
export interface InboxReader {
  readonly userId: string
  /** ISO 8601. */
  readonly now: string
  /** Where the reader is; their day is UTC's where that is not known. */
  readonly timeZone?: string | undefined
}

const DAY = 24 * 60 * 60 * 1000
/** How long a handoff that is over stays in the list. */
export const doneFor = 14 * DAY

const isRecent = ({ modifiedAt }: InboxItem, now: string) =>
  Date.parse(now) - Date.parse(modifiedAt) <= doneFor

type ByStatus = Readonly<Record<InboxItem['status'], InboxGroup | null>>

const decided = {
  draft: null,
  accepted: 'transition',
  'in-transition': 'transition',
  completed: 'done',
  cancelled: 'done',
} as const

/** Where a handoff stands for either of its sides. */
const standing = {
  incoming: { ...decided, submitted: 'decide', clarification: 'decide', declined: 'done' },
  outgoing: { ...decided, submitted: 'sent', clarification: 'answer', declined: 'answer' },
} as const satisfies { readonly [Side in 'incoming' | 'outgoing']: ByStatus }

/** Where a handoff stands in somebody's inbox; null when it is not in it. */
export function groupOf(item: InboxItem, reader: InboxReader): InboxGroup | null {
  const { userId, now } = reader
  const side = sideOf(item, userId)
  if (side !== 'incoming' && isEscalatedTo(item, reader)) return 'escalated'
  if (side === null) return isRaisedTo(item, userId) ? raisedGroup(item) : null
  const group = side === 'outgoing' ? ofSender(item, reader) : standing.incoming[item.status]
  return group === 'done' && !isRecent(item, now) ? null : group
}

function ofSender(item: InboxItem, reader: InboxReader): InboxGroup | null {
  if (item.status === 'declined') return afterDecline(item, reader)
  // Nobody decides on it until its sender gives it to somebody else.
  const isLeft = item.status === 'submitted' && item.recipientLeft === true
  return isLeft ? 'answer' : standing.outgoing[item.status]
}

/** Whether it has come to the reader as its manager, who may have sent it herself. */
function isEscalatedTo(item: InboxItem, { userId, now }: InboxReader): boolean {
  const isOverdue = isUndecided(item) ? item.late !== 'no' : isOwed(item, now)
  return isOverdue && item.escalatesTo?.userId === userId
}

/** Whether reasons of its decline have come to the reader as the sender's manager, who has not declined it herself. */
export function isRaisedTo(item: InboxItem, userId: string): boolean {
  const { status, raised, raisesTo, declinedBy } = item
  const isTheirs = raisesTo === userId && declinedBy?.userId !== userId
  return status === 'declined' && !!raised && isTheirs && sideOf(item, userId) === null
}

/** What is to be mended, the manager can still give to somebody else. */
const raisedGroup = ({ declineOutcome }: InboxItem): InboxGroup =>
  declineOutcome === 'fix-and-resubmit' ? 'escalated' : 'done'

/** What a decline has ended waits for nobody any more, and what rests only from its day on. */
function afterDecline(item: InboxItem, reader: InboxReader): InboxGroup {
  if (item.declineOutcome === 'close') return 'done'
  return isResting(item, reader) ? 'sent' : standing.outgoing.declined
}

/** Whether something that is owed since the acceptance is late. */
export function isOwed({ contactDueAt, ownerDueAt }: InboxItem, now: string): boolean {
  return isLate(contactDueAt, now) || isLate(ownerDueAt, now)
}

function sideOf({ incoming, outgoing }: InboxItem, userId: string) {
  if (incoming?.userId === userId) return 'incoming'
  return outgoing.userId === userId ? 'outgoing' : null
}

/** How many handoffs wait for something that only this user can do: the number on the icon. */
export function waitingFor(items: readonly InboxItem[], reader: InboxReader): number {
  return items.filter((item) => {
    const group = groupOf(item, reader)
    if (group === 'decide') return !isPaused(item)
    return group === 'answer' || group === 'escalated'
  }).length
}

const at = (instant: string | null) => (instant === null ? Infinity : Date.parse(instant))

type Rank = (item: InboxItem) => number

/** Paused decisions come after all that run: nothing can be done about them now. */
const rankIn: Readonly<Record<InboxGroup, Rank>> = {
  decide: (item) =>
    isPaused(item) ? Number.MAX_SAFE_INTEGER / 2 + at(item.clarificationDueAt) : at(item.dueAt),
  answer: ({ clarificationDueAt, dueAt }) => at(clarificationDueAt ?? dueAt),
  escalated: ({ dueAt }) => at(dueAt),
  transition: ({ decidedAt }) => -at(decidedAt ?? null),
  sent: ({ dueAt }) => at(dueAt),
  done: ({ modifiedAt }) => -at(modifiedAt),
}

/** A part of the inbox with what is in it, the most urgent first. */
export interface Grouped {
  readonly group: InboxGroup
  readonly items: readonly InboxItem[]
}

/** The inbox in its parts; empty ones are left out. */
export function grouped(items: readonly InboxItem[], reader: InboxReader): readonly Grouped[] {
  const byGroup = Map.groupBy(items, (item) => groupOf(item, reader))
  return inboxGroups.flatMap((group) => {
    const members = byGroup.get(group) ?? []
    if (members.length === 0) return []
    const ranked = members.map((item) => ({ item, rank: rankIn[group](item) }))
    ranked.sort((a, b) => a.rank - b.rank || a.item.name.localeCompare(b.item.name))
    return [{ group, items: ranked.map(({ item }) => item) }]
  })
}
