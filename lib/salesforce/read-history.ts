import type { HistoryItem, HistoryPage, HistorySource } from '#lib/handoff/history.ts'
import { composite, type Replies } from './composite.ts'
import { byObject } from './describe-parts.ts'
import type { RememberedShape } from './describe.ts'
import {
  historyIds,
  historyParts,
  LAST_PAGE,
  PAGE_SIZE,
  partsInstead,
  previewId,
} from './history-parts.ts'
import {
  readEvent,
  readMail,
  readNote,
  readOldNote,
  readOwnerChanges,
  readStages,
  readTask,
} from './history-record.ts'
import { childrenAt, recordSchema, rowsOf, type SalesforceRecord } from './record.ts'
import type { SignedIn } from './signed-in.ts'

/** Which part of a deal's history is wanted. */
export interface HistoryRequest {
  readonly opportunityId: string
  /** From 0, newest first. */
  readonly page: number
  /** ISO 8601. */
  readonly now: string
  readonly remembered: readonly RememberedShape[]
}

/**
 * Reads one page of a deal's history in one call. A second one is made only when this user lacks a field or
 * child that was asked for; what is not to be had is named, and the rest is read.
 */
export async function readHistory(
  { connection, version }: SignedIn,
  request: HistoryRequest,
): Promise<HistoryPage> {
  const terms = { allOrNone: false, version }
  const parts = historyParts(request, byObject(request.remembered))
  const first = await composite(connection, parts, terms)
  const failed = parts.map(({ id }) => id).filter((id) => isWrongQuestion(first, id))
  const instead = partsInstead(request, failed)
  const second = instead.length === 0 ? [] : await composite(connection, instead, terms)
  const replies: Replies = new Map([...first, ...second])
  throwIfNothing(replies)
  return {
    page: request.page,
    items: itemsIn(replies, request.now),
    hasMore: request.page < LAST_PAGE && paged.some((id) => isFull(replies, id)),
    hidden: hiddenIn(replies),
    readAt: request.now,
  }
}

const paged = [historyIds.tasks, historyIds.events, historyIds.mails, historyIds.notes]

const rows = (replies: Replies, id: string) => rowsOf(replies.get(id)?.body)
const isFull = (replies: Replies, id: string) => rows(replies, id).length >= PAGE_SIZE
const errorAt = (replies: Replies, id: string) => replies.get(id)?.error ?? null

/** A hidden mail object is told from a hidden field of it by the code. */
function isWrongQuestion(replies: Replies, id: string): boolean {
  const code = errorAt(replies, id)?.code
  return code === 'INVALID_FIELD' || (code === 'INVALID_TYPE' && id === historyIds.changes)
}

/** When not even tasks and events can be asked for, something else is wrong than a missing object. */
function throwIfNothing(replies: Replies): void {
  const { tasks, events, mails } = historyIds
  const errors = [tasks, events, mails].map((id) => errorAt(replies, id))
  const [first] = errors
  if (first && errors.every((error) => error !== null)) throw first
}

function itemsIn(replies: Replies, now: string): HistoryItem[] {
  const [deal = {}] = rows(replies, historyIds.changes)
  const changes = (child: string, id: string) => [...childrenAt(deal, child), ...rows(replies, id)]
  return [
    ...rows(replies, historyIds.tasks).map(readTask),
    ...rows(replies, historyIds.events).flatMap((event) => readEvent(event, now) ?? []),
    ...rows(replies, historyIds.mails).map(readMail),
    ...rows(replies, historyIds.notes).map((link, at) => readNote(link, previewAt(replies, at))),
    ...changes('Notes', historyIds.oldNotes).map(readOldNote),
    ...readStages(changes('OpportunityHistories', historyIds.stages)),
    ...readOwnerChanges(changes('Histories', historyIds.owners)),
  ].filter(({ id }) => id !== '')
}

function previewAt(replies: Replies, at: number): SalesforceRecord | null {
  const reply = replies.get(previewId(at))
  return reply && !reply.error ? (recordSchema.safeParse(reply.body).data ?? null) : null
}

/** Notes of the newer kind exist only where they were switched on: that they are missing tells nobody anything. */
function hiddenIn(replies: Replies): HistorySource[] {
  const { tasks, events, mails, changes, stages } = historyIds
  const isHidden = (id: string) => errorAt(replies, id) !== null
  return [
    ...(isHidden(tasks) ? (['tasks'] as const) : []),
    ...(isHidden(events) ? (['events'] as const) : []),
    ...(isHidden(mails) ? (['mails'] as const) : []),
    ...(isHidden(changes) && (isHidden(stages) || !replies.has(stages))
      ? (['changes'] as const)
      : []),
  ]
}
