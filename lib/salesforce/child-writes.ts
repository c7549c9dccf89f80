import type { Plan, PlannedComment } from '#lib/handoff/plan.ts'
import type { Part } from './composite.ts'
import { commitmentRow } from './handoff-row.ts'
import { commentKinds, commitmentStates } from './handoff-values.ts'
import { type Wording, wordingOf } from './literal-text.ts'
import { handoffOf, type Row, type Terms, type Write } from './write.ts'

/** The rows of a handoff's children that a plan makes or changes, each kind as one collection. */
export function childWrites(plan: Plan, terms: Terms): readonly Write[] {
  return [
    ...commitmentWrites(plan, terms),
    ...ledgerWrites(plan, terms),
    ...commentWrites(plan, terms),
    ...resolvedWrites(plan, terms),
  ]
}

function commitmentWrites(plan: Plan, terms: Terms): readonly Write[] {
  const { object, fields } = terms.names.commitment
  const born = { [fields.state]: 'Open', ...handoffOf(plan, terms, fields.handoff) }
  const path = `/sobjects/${object}/${fields.clientKey}`
  const rows = plan.commitments.map((planned) => {
    const row = { [fields.clientKey]: planned.key, ...commitmentRow(terms.names, planned) }
    // A master cannot be named again on a row that has it already: it would count as moving the row.
    const isKnown = terms.knownCommitments.has(planned.key)
    return { row, born: isKnown ? {} : born, wording: wordingOf(`${path}/${planned.key}`, row) }
  })
  const part: Part = { id: 'commitments', method: 'PATCH', path: `/composite${path}` }
  // New ones and known ones together: each collection counts.
  return collection(part, object, {
    rows: rows.map((one) => ({ ...one.row, ...one.born })),
    wordings: rows.flatMap(({ wording }) => wording ?? []),
  })
}

function ledgerWrites({ ledger }: Plan, { names }: Terms): readonly Write[] {
  const { object, fields } = names.commitment
  const rows = ledger.map(({ commitmentId, state, note, due }) => ({
    id: commitmentId,
    [fields.state]: commitmentStates[state],
    [fields.stateNote]: note,
    ...(due === undefined ? {} : { [fields.due]: due === '' ? null : due }),
  }))
  const wordings = rows.flatMap(
    ({ id, ...row }) => wordingOf(`/sobjects/${object}/${id}`, row) ?? [],
  )
  return collection({ id: 'ledger', method: 'PATCH', path: '/composite/sobjects' }, object, {
    rows,
    wordings,
  })
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

/** Most records that one collection takes. */
const mostTogether = 200

/** Rows of one object as collections, each of which is one part however many rows it has. */
export function collection(
  part: Part,
  type: string,
  { rows, wordings }: { readonly rows: readonly Row[]; readonly wordings: readonly Wording[] },
): readonly Write[] {
  // `attributes` has to come first (the parser's own demand).
  const all = rows.map((row) => ({ attributes: { type }, ...row }))
  return Array.from({ length: Math.ceil(all.length / mostTogether) }, (_, at) => {
    const id = at === 0 ? part.id : `${part.id}_${at}`
    const records = all.slice(at * mostTogether, (at + 1) * mostTogether)
    return {
      part: { ...part, id, body: { allOrNone: true, records } },
      wordings: at === 0 ? wordings : [],
    }
  })
}
