import type { DecisionTimes } from './clocks.ts'
import { isPaused } from './decision-clock.ts'
import { isUndecided } from './undecided.ts'
import { isRunning } from './follow-through.ts'
import { groupOf, isRaisedTo } from './inbox.ts'
import type { InboxItem } from './inbox-item.ts'
import { isLate } from './owed.ts'

/** What somebody can be told of while no page of ours is open; each can be turned off. */
export type NewsKind = 'handoff' | 'question' | 'due' | 'escalation' | 'decision'

/** What has happened. */
export type NewsReason =
  | 'sent'
  | 'sent-again'
  | 'reminded'
  | 'asked'
  | 'answered'
  | 'due-soon'
  | 'late'
  | 'answer-late'
  | 'escalated'
  | 'accepted'
  | 'surprised'
  | 'declined'
  | 'rest-over'
  | 'raised'
  | 'left'
  | 'cancelled'
  | 'contact-late'
  | 'owner-due'

/** Something that the user should hear of, once. */
export interface News {
  /** The same for the same news, in every reading and on every computer. */
  readonly key: string
  readonly kind: NewsKind
  readonly reason: NewsReason
  readonly item: InboxItem
  /** When something is to be done; null where there is no such time. */
  readonly at: string | null
}

/** Who reads, when, and what the clocks of a handoff say. */
export interface NewsReader {
  readonly userId: string
  /** ISO 8601. */
  readonly now: string
  /** Where the reader is. */
  readonly timeZone?: string | undefined
  readonly clock: (item: InboxItem) => DecisionTimes
}

const DAY = 24 * 60 * 60 * 1000
/** How long a decision is news: over a long weekend. */
const freshFor = 4 * DAY

/** Everything that is news to this user at this moment, whether they have heard of it or not. */
export function newsIn(items: readonly InboxItem[], reader: NewsReader): readonly News[] {
  return items.flatMap((item) => {
    const group = groupOf(item, reader)
    if (group === 'decide') return toRecipient(item, reader)
    if (isRaisedTo(item, reader.userId)) return decided(item, 'raised', reader)
    if (group === 'escalated')
      return isUndecided(item) ? [toManager(item)] : owedNews(item, reader, 'escalation')
    if (group === 'done' && item.endedBy) return toldOfEnd(item, reader)
    const isSender = item.outgoing.userId === reader.userId
    const owed = group === 'transition' ? owedNews(item, reader, 'due') : []
    return isSender ? [...toSender(item, reader), ...owed] : owed
  })
}

/** How a key begins: a handoff that is sent again, or to somebody else, is news again. */
const sending = ({ id, incoming, resubmissionCount = 0, givenAt }: InboxItem) =>
  [id, incoming?.userId ?? '', resubmissionCount, ...(givenAt ? [givenAt] : [])].join(':')

function toRecipient(item: InboxItem, { now, clock }: NewsReader): readonly News[] {
  if (isPaused(item)) return []
  const { dueAt: at, remindAt } = clock(item)
  const { resubmissionCount = 0, chaseCount = 0, pauses, submittedAt } = item
  const told = (kind: NewsKind, reason: NewsReason, key: string): News => {
    return { key, kind, reason, item, at }
  }
  const sent = sending(item)
  // What sending it again has settled, or came before that, is told with it.
  const answers = pauses.filter(({ to }) => to !== null && to > (submittedAt ?? '')).length
  const news = [told('handoff', resubmissionCount > 0 ? 'sent-again' : 'sent', `handoff:${sent}`)]
  if (answers > 0) news.push(told('question', 'answered', `answered:${sent}:${answers}`))
  if (chaseCount > 0) news.push(told('due', 'reminded', `reminded:${sent}:${chaseCount}`))
  if (isLate(at, now)) news.push(told('due', 'late', `late:${sent}:${at}`))
  else if (isLate(remindAt, now)) news.push(told('due', 'due-soon', `soon:${sent}:${at}`))
  return news
}

/** That the deal is still another's all hear once; that the customer waits, all but the one who has left. */
function owedNews(
  item: InboxItem,
  { userId, now }: NewsReader,
  kind: 'escalation' | 'due',
): readonly News[] {
  const told = (reason: NewsReason, at: string | null): readonly News[] =>
    isLate(at, now) ? [{ key: `${reason}:${item.id}:${at}`, kind, reason, item, at }] : []
  const hasLeft = kind === 'due' && item.outgoing.userId === userId
  const contact = hasLeft ? [] : told('contact-late', item.contactDueAt)
  return [...told('owner-due', item.ownerDueAt), ...contact]
}

function toManager(item: InboxItem): News {
  const key = `escalated:${sending(item)}:${item.dueAt}`
  return { key, kind: 'escalation', reason: 'escalated', item, at: item.dueAt }
}

const isFresh = (at: string | null, now: string) =>
  at !== null && Date.parse(now) - Date.parse(at) < freshFor

/** That somebody has ended it both sides hear, but for who did it. */
function toldOfEnd(item: InboxItem, { userId, now }: NewsReader): readonly News[] {
  if (item.endedBy?.userId === userId || !isFresh(item.modifiedAt, now)) return []
  const key = `cancelled:${sending(item)}`
  return [{ key, kind: 'decision', reason: 'cancelled', item, at: null }]
}

function toSender(item: InboxItem, reader: NewsReader): readonly News[] {
  const { now } = reader
  if (item.status === 'clarification') return aboutQuestions(item, now)
  // The first step that is done can come before anybody has heard of the acceptance.
  if (item.status === 'submitted' && item.recipientLeft === true)
    return [{ key: `left:${sending(item)}`, kind: 'due', reason: 'left', item, at: null }]
  const accepted = isRunning(item) ? 'accepted' : null
  const reason = item.status === 'declined' ? item.status : accepted
  const back = restOver(item, reader)
  return reason === null
    ? back
    : [...back, ...decided(item, reason, reader), ...surprised(item, now)]
}

/** That the customer was promised something which the sender has not written down. */
function surprised(item: InboxItem, now: string): readonly News[] {
  const { id, surprisedAt = null } = item
  const key = `surprised:${id}:${surprisedAt}`
  return isFresh(surprisedAt, now)
    ? [{ key, kind: 'question', reason: 'surprised', item, at: null }]
    : []
}

/** That it was decided; to the sender's manager, that this comes to them. */
function decided(
  item: InboxItem,
  reason: 'accepted' | 'declined' | 'raised',
  { now }: NewsReader,
): readonly News[] {
  const kind = reason === 'raised' ? 'escalation' : 'decision'
  const key = `${reason}:${sending(item)}`
  return isFresh(item.decidedAt, now) ? [{ key, kind, reason, item, at: null }] : []
}

/** What a decline has let rest is back: a decision of the same day is told after it. */
function restOver(item: InboxItem, reader: NewsReader): readonly News[] {
  const isBack = item.declineOutcome === 'recycle' && groupOf(item, reader) === 'answer'
  const key = `rest-over:${sending(item)}:${item.recycleUntil}`
  return isBack ? [{ key, kind: 'due', reason: 'rest-over', item, at: null }] : []
}

function aboutQuestions(item: InboxItem, now: string): readonly News[] {
  const { clarificationDueAt: dueAt, clarificationCount = 0, pauses } = item
  const asked = Math.max(clarificationCount, pauses.length)
  const key = `asked:${sending(item)}:${asked}`
  const news: News[] = [{ key, kind: 'question', reason: 'asked', item, at: dueAt }]
  if (dueAt !== null && Date.parse(dueAt) <= Date.parse(now)) {
    const late = `answer-late:${sending(item)}:${dueAt}`
    news.push({ key: late, kind: 'due', reason: 'answer-late', item, at: dueAt })
  }
  return news
}
