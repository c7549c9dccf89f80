import type { Plan } from '#lib/handoff/plan.ts'
import { childWrites } from './child-writes.ts'
import type { Part } from './composite.ts'
import type { Shape } from './describe.ts'
import { htmlOfText } from './html-of-text.ts'
import { effectParts } from './effect-parts.ts'
import { contactRoleParts } from './contact-role-parts.ts'
import { eventRow, handoffRow } from './handoff-row.ts'
import { commitmentStates, statusValues } from './handoff-values.ts'
import { type Wording, wordingOf, withoutReferences } from './literal-text.ts'
import { queryPart } from './context-parts.ts'
import { meetingParts } from './meeting-parts.ts'
import { taskParts } from './task-parts.ts'
import { formerShare } from './former-share.ts'
import { transferParts } from './transfer-parts.ts'
import { fieldsByObject, type RecordChange } from './written-fields.ts'
import { type Names, parentOf } from './names.ts'
import { field, fragment, instant, soql } from './soql.ts'
import { handoffOf, type Terms, write, type Write } from './write.ts'

/** One move as Salesforce is told it. */
export interface Transaction {
  readonly parts: readonly Part[]
  /** What has to be set right afterwards, because its text could not go into the transaction as it is. */
  readonly wordings: readonly Wording[]
}

/** The ids of the parts that failures are told by. */
export const writeIds = {
  guard: 'guard',
  handoff: 'handoff',
  event: 'event',
  opportunity: 'opportunity',
} as const

/**
 * A plan as the parts of one all-or-none call. The log's entry comes before everything that a repetition
 * could trip over: its unique key then says "already done" before the opportunity says "changed since".
 * It can only come after the handoff itself, whose child it is.
 */
export function transactionOf(plan: Plan, terms: Terms): Transaction {
  const rows = [handoffWrite(plan, terms), ...eventWrites(plan, terms)]
  const writes = plan.handoffId === null ? rows : [...rows.slice(1), ...rows.slice(0, 1)]
  const all = [...writes, ...fieldWrites(plan, terms), ...childWrites(plan, terms)]
  return {
    parts: [
      ...untouched(plan),
      ...guard(plan, terms),
      ...all.map(({ part }) => withoutReferences(part)),
      ...contactRoleParts(plan),
      ...taskParts(plan, terms),
      ...transferParts(plan),
      ...meetingParts(plan),
      ...effectParts(plan, terms),
      ...shares(plan, terms),
      ...formerShare(plan, terms),
    ],
    wordings: all.flatMap(({ wordings }) => wordings),
  }
}

/**
 * Finds the handoff only while it is in the status the move starts from, and its recipient has it still; the next
 * part refers to what was found, so a move that somebody else has overtaken fails as a whole. Salesforce has no stronger
 * compare-and-set for custom objects, and `If-Unmodified-Since` sees whole seconds only.
 */
function guard(plan: Plan, { names }: Terms): readonly Part[] {
  const from = plan.events[0]?.fromStatus
  if (plan.handoffId === null || !from) return []
  const { object, fields } = names.handoff
  const query = soql`SELECT Id FROM ${field(object)} WHERE Id = ${plan.handoffId}
    AND ${field(fields.status)} = ${statusValues[from]}${unchanged(plan)}${stillTheirs(plan, fields.incomingOwner)}${asSent(plan, fields.submittedAt)}
    ${sameOwner(plan, fields.opportunity)}${sameFate(plan, names)}`
  return [queryPart(writeIds.guard, query)]
}

/** Finds the opportunity only while nobody has changed it. A condition on the write itself would meet what the org has just done. */
function untouched({ touchedByOrg, unmodifiedSince, opportunityId }: Plan): readonly Part[] {
  if (touchedByOrg !== true || unmodifiedSince === null) return []
  const query = soql`SELECT Id FROM Opportunity WHERE Id = ${opportunityId}
    AND LastModifiedDate <= ${instant(unmodifiedSince)}`
  return [queryPart('untouched', query)]
}

/** What is kept as one text by both sides must not be written over one that the other has changed meanwhile. */
function unchanged({ unchangedSince }: { readonly unchangedSince?: string | undefined }) {
  if (unchangedSince === undefined) return fragment``
  return fragment` AND LastModifiedDate <= ${instant(unchangedSince)}`
}

/** Who acts as the recipient must not decide on what has been given to somebody else meanwhile. */
function stillTheirs({ recipientId }: Plan, lookup: string) {
  return recipientId === undefined ? fragment`` : fragment` AND ${field(lookup)} = ${recipientId}`
}

/** Nobody decides on a submission that they have not seen. */
function asSent({ sentAt }: Plan, column: string) {
  return sentAt === undefined ? fragment`` : fragment` AND ${field(column)} = ${instant(sentAt)}`
}

/** A deal that has got another owner meanwhile is not given away. */
function sameOwner({ transfer }: Plan, lookup: string) {
  if (!transfer) return fragment``
  return fragment`AND ${field(`${parentOf(lookup)}.OwnerId`)} = ${transfer.from.userId}`
}

/** What one side says of a promise must not be written over what the other has said meanwhile. */
function sameFate({ ledger: [change] }: Plan, { commitment: { object, fields } }: Names) {
  if (change?.from === undefined) return fragment``
  return fragment` AND Id IN (SELECT ${field(fields.handoff)} FROM ${field(object)}
    WHERE Id = ${change.commitmentId} AND ${field(fields.state)} = ${commitmentStates[change.from]}${unchanged({ unchangedSince: change.since })})`
}

function handoffWrite(plan: Plan, terms: Terms): Write {
  const { object, fields } = terms.names.handoff
  const { without = [] } = terms
  const body = Object.fromEntries(
    Object.entries(handoffRow(terms.names, plan)).filter(
      ([name]) => !without.includes(`${object}.${name}`),
    ),
  )
  const key = plan.handoffId ?? `${fields.clientKey}/${encodeURIComponent(plan.clientKey)}`
  const byKey = `/sobjects/${object}/${key}`
  const guarded = guard(plan, terms).length > 0
  const path = guarded ? `/sobjects/${object}/@{guard.records[0].Id}` : byKey
  return write({ id: writeIds.handoff, method: 'PATCH', path, body }, wordingOf(byKey, body))
}

/** The id of the part that writes an entry of the log, by its place. */
export const eventPart = (index: number) =>
  index === 0 ? writeIds.event : `${writeIds.event}_${index}`

function eventWrites(plan: Plan, terms: Terms): readonly Write[] {
  const { object, fields } = terms.names.event
  return plan.events.map((event, index) =>
    write({
      id: eventPart(index),
      method: 'POST',
      path: `/sobjects/${object}`,
      body: { ...eventRow(terms.names, event), ...handoffOf(plan, terms, fields.handoff) },
    }),
  )
}

function fieldWrites(plan: Plan, { names, shapes, mirror }: Terms): readonly Write[] {
  return fieldsByObject(plan, names, mirror).map(({ object, id, body: fields }) => {
    const body = asFieldsTake(fields, shapes?.[object])
    const path = `/sobjects/${object}/${id}`
    const isDeal = object === 'Opportunity'
    const part: Part = {
      id: isDeal ? writeIds.opportunity : object.toLowerCase(),
      method: 'PATCH',
      path,
      body,
      ...(isDeal ? conditionOf(plan) : {}),
    }
    return write(part, wordingOf(path, body))
  })
}

/** Text as a rich text holds it. */
function asFieldsTake(row: RecordChange['body'], shape: Shape | undefined): RecordChange['body'] {
  const written = Object.entries(row).map(([name, value]) => {
    const isRich = shape?.fields[name]?.isHtml && typeof value === 'string'
    return [name, isRich ? htmlOfText(value) : value] as const
  })
  return Object.fromEntries(written)
}

/** What keeps the opportunity from being written over a change of somebody else. */
function conditionOf(plan: Plan): Partial<Part> {
  if (untouched(plan).length > 0)
    return { path: '/sobjects/Opportunity/@{untouched.records[0].Id}' }
  const { unmodifiedSince: since } = plan
  return since === null ? {} : { headers: { 'If-Unmodified-Since': httpDate(since) } }
}

/** RFC 9110 dates have whole seconds, as Salesforce's own stamps do. */
function httpDate(at: string): string {
  return new Date(at).toUTCString()
}

/** The recipients' right to edit. The only bodies with a reference of our own, and without a user's text. */
function shares(plan: Plan, { names, unshared }: Terms): readonly Part[] {
  if (unshared === true) return []
  const parentId = plan.handoffId ?? '@{handoff.id}'
  return plan.shareWith.map(({ userId }, index) => ({
    id: `share_${index}`,
    method: 'POST',
    path: `/sobjects/${names.handoff.share}`,
    body: { ParentId: parentId, UserOrGroupId: userId, AccessLevel: 'Edit' },
  }))
}
