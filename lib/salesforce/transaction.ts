import type { Plan, PlannedComment } from '#lib/handoff/plan.ts'
import type { Part } from './composite.ts'
import { commitmentRow, eventRow, handoffRow } from './handoff-row.ts'
import { commentKinds, statusValues } from './handoff-values.ts'
import { type Wording, wordingOf, withoutReferences } from './literal-text.ts'
import { type Names, parentOf } from './names.ts'
import { queryPart } from './context-parts.ts'
import { fieldsByObject } from './written-fields.ts'
import { field, soql } from './soql.ts'

/** One move as Salesforce is told it. */
export interface Transaction {
  readonly parts: readonly Part[]
  /** What has to be set right afterwards, because its text could not go into the transaction as it is. */
  readonly wordings: readonly Wording[]
}

/** What translating depends on besides the plan. */
export interface Terms {
  readonly names: Names
  /** Keys of promises that Salesforce has already: they are changed, not created. */
  readonly knownCommitments: ReadonlySet<string>
  /** Whether the opportunity's own copy of status and readiness is written. */
  readonly mirror: boolean
}

/** The ids of the parts that failures are told by. */
export const writeIds = {
  guard: 'guard',
  handoff: 'handoff',
  event: 'event',
  opportunity: 'opportunity',
} as const

type Row = Record<string, unknown>

/**
 * A plan as the parts of one all-or-none call. The log's entry comes before everything that a repetition
 * could trip over: its unique key then says "already done" before the opportunity says "changed since".
 * It can only come after the handoff itself, whose child it is.
 */
export function transactionOf(plan: Plan, terms: Terms): Transaction {
  const rows = [handoffWrite(plan, terms), ...eventWrites(plan, terms)]
  const writes = plan.handoffId === null ? rows : [...rows.slice(1), ...rows.slice(0, 1)]
  const others = [...fieldWrites(plan, terms), ...commitmentWrites(plan, terms)]
  const all = [...writes, ...others, ...commentWrites(plan, terms), ...resolvedWrites(plan, terms)]
  return {
    parts: [
      ...guard(plan, terms),
      ...all.map(({ part }) => withoutReferences(part)),
      ...shares(plan, terms),
    ],
    wordings: all.flatMap(({ wordings }) => wordings),
  }
}

interface Write {
  readonly part: Part
  readonly wordings: readonly Wording[]
}

function write(part: Part, wording: Wording | null = null): Write {
  return { part, wordings: wording ? [wording] : [] }
}

/**
 * Finds the handoff only while it is in the status the move starts from; the next part refers to what was
 * found, so a move that somebody else has overtaken fails as a whole. Salesforce has no stronger
 * compare-and-set for custom objects, and `If-Unmodified-Since` sees whole seconds only.
 */
function guard(plan: Plan, { names }: Terms): readonly Part[] {
  const from = plan.events[0]?.fromStatus
  if (plan.handoffId === null || !from) return []
  const { object, fields } = names.handoff
  const query = soql`SELECT Id FROM ${field(object)} WHERE Id = ${plan.handoffId}
    AND ${field(fields.status)} = ${statusValues[from]}`
  return [queryPart(writeIds.guard, query)]
}

function handoffWrite(plan: Plan, terms: Terms): Write {
  const { object, fields } = terms.names.handoff
  const body = handoffRow(terms.names, plan)
  const byKey = `/sobjects/${object}/${fields.clientKey}/${encodeURIComponent(plan.clientKey)}`
  const guarded = guard(plan, terms).length > 0
  const path = guarded ? `/sobjects/${object}/@{guard.records[0].Id}` : byKey
  return write({ id: writeIds.handoff, method: 'PATCH', path, body }, wordingOf(byKey, body))
}

/** Names the handoff by its id, or by its key while it has none. */
function handoffOf(plan: Plan, { names }: Terms, lookup: string): Row {
  if (plan.handoffId !== null) return { [lookup]: plan.handoffId }
  return { [parentOf(lookup)]: { [names.handoff.fields.clientKey]: plan.clientKey } }
}

function eventWrites(plan: Plan, terms: Terms): readonly Write[] {
  const { object, fields } = terms.names.event
  return plan.events.map((event, index) =>
    write({
      id: index === 0 ? writeIds.event : `${writeIds.event}_${index}`,
      method: 'POST',
      path: `/sobjects/${object}`,
      body: { ...eventRow(terms.names, event), ...handoffOf(plan, terms, fields.handoff) },
    }),
  )
}

function fieldWrites(plan: Plan, { names, mirror }: Terms): readonly Write[] {
  return fieldsByObject(plan, names, mirror).map(({ object, id, body }) => {
    const path = `/sobjects/${object}/${id}`
    const isDeal = object === 'Opportunity'
    const since = isDeal ? plan.unmodifiedSince : null
    const headers = since === null ? {} : { headers: { 'If-Unmodified-Since': httpDate(since) } }
    const part: Part = {
      id: isDeal ? writeIds.opportunity : object.toLowerCase(),
      method: 'PATCH',
      path,
      body,
      ...headers,
    }
    return write(part, wordingOf(path, body))
  })
}

/** RFC 9110 dates have whole seconds, as Salesforce's own stamps do. */
function httpDate(instant: string): string {
  return new Date(instant).toUTCString()
}

function commitmentWrites(plan: Plan, terms: Terms): readonly Write[] {
  const { object, fields } = terms.names.commitment
  const rows = plan.commitments.map((planned) => {
    const row = { [fields.clientKey]: planned.key, ...commitmentRow(terms.names, planned) }
    const isNew = !terms.knownCommitments.has(planned.key)
    return {
      isNew,
      row,
      wording: wordingOf(`/sobjects/${object}/${fields.clientKey}/${planned.key}`, row),
    }
  })
  const fresh = rows.filter(({ isNew }) => isNew)
  const known = rows.filter(({ isNew }) => !isNew)
  const born = { [fields.state]: 'Open', ...handoffOf(plan, terms, fields.handoff) }
  return [
    ...collection({ id: 'commitments', method: 'POST', path: '/composite/sobjects' }, object, {
      rows: fresh.map(({ row }) => ({ ...row, ...born })),
      wordings: fresh.flatMap(({ wording }) => wording ?? []),
    }),
    // A master cannot be named again on a row that has it already: it would count as moving the row.
    ...collection(
      {
        id: 'known_commitments',
        method: 'PATCH',
        path: `/composite/sobjects/${object}/${fields.clientKey}`,
      },
      object,
      {
        rows: known.map(({ row }) => row),
        wordings: known.flatMap(({ wording }) => wording ?? []),
      },
    ),
  ]
}

function commentWrites(plan: Plan, terms: Terms): readonly Write[] {
  const { object, fields } = terms.names.comment
  const row = (comment: PlannedComment): Row => ({
    [fields.clientKey]: comment.key,
    [fields.kind]: commentKinds[comment.kind],
    [fields.questionKey]: comment.question,
    [fields.sectionKey]: comment.section,
    [fields.body]: comment.body,
    [fields.author]: comment.author.userId,
    [fields.dueAt]: comment.dueAt,
    [fields.inReplyTo]: comment.inReplyTo,
  })
  const rows = plan.comments.map((comment) => ({
    ...row(comment),
    ...handoffOf(plan, terms, fields.handoff),
  }))
  const wordings = plan.comments.flatMap(
    (comment) =>
      wordingOf(`/sobjects/${object}/${fields.clientKey}/${comment.key}`, row(comment)) ?? [],
  )
  return collection({ id: 'comments', method: 'POST', path: '/composite/sobjects' }, object, {
    rows,
    wordings,
  })
}

function resolvedWrites(plan: Plan, { names }: Terms): readonly Write[] {
  const { object, fields } = names.comment
  const rows = plan.resolved.map(({ commentId, by, at }) => ({
    id: commentId,
    [fields.resolvedBy]: by.userId,
    [fields.resolvedAt]: at,
  }))
  return collection({ id: 'resolved', method: 'PATCH', path: '/composite/sobjects' }, object, {
    rows,
    wordings: [],
  })
}

/** Rows of one object as one collection, which is one part however many rows it has. */
function collection(
  part: Part,
  type: string,
  { rows, wordings }: { readonly rows: readonly Row[]; readonly wordings: readonly Wording[] },
): readonly Write[] {
  if (rows.length === 0) return []
  // `attributes` has to come first (the parser's own demand).
  const records = rows.map((row) => ({ attributes: { type }, ...row }))
  return [{ part: { ...part, body: { allOrNone: true, records } }, wordings }]
}

/** The recipients' right to edit. The only bodies with a reference of our own, and without a user's text. */
function shares(plan: Plan, { names }: Terms): readonly Part[] {
  const parentId = plan.handoffId ?? '@{handoff.id}'
  return plan.shareWith.map(({ userId }, index) => ({
    id: `share_${index}`,
    method: 'POST',
    path: `/sobjects/${names.handoff.share}`,
    body: { ParentId: parentId, UserOrGroupId: userId, AccessLevel: 'Edit' },
  }))
}
