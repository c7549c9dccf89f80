import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import type { Person } from '#lib/handoff/primitives.ts'
import type { Shapes } from './describe.ts'
import { isVisible, listColumns, readHandoff } from './handoff-record.ts'
import { type Names, parentOf } from './names.ts'
import { childrenAt, idAt, instantAt, personAt, type SalesforceRecord, textAt } from './record.ts'
import { field, fields, fragment, list } from './soql.ts'

/** The columns of a handoff in an inbox, and `more` where the user may see them, with the questions to its sender as child rows. */
export function itemColumns(names: Names, shapes: Shapes, more: readonly string[] = []) {
  const { fields: own, object, children } = names.handoff
  const shape = shapes[object]
  const boss = `${parentOf(own.incomingOwner)}.Manager`
  const hasDeal = isVisible(shape, own.opportunity) && isVisible(shapes['Opportunity'], 'Name')
  const owner = hasDeal ? [dealOwner(names)] : []
  const bosses = isVisible(shapes['User'], 'ManagerId')
    ? [`${boss}Id`, `${boss}.Name`, senderBoss(names)]
    : []
  const columns = [...listColumns(names, shapes), ...bosses, ...owner, ...more]
  const has = (child: string) => shape === undefined || shape.children.includes(child)
  // A column that is asked for twice is refused.
  const once = fields([...new Set(columns)])
  return list([
    once,
    ...(has(children.comments) ? questions(names, shapes) : []),
    ...(has(children.events) ? lastGiven(names, shapes) : []),
  ])
}

/** Whose the sender is. */
export const senderBoss = ({ handoff }: Names) =>
  `${parentOf(handoff.fields.outgoingOwner)}.ManagerId`

const dealOwner = ({ handoff }: Names) => `${parentOf(handoff.fields.opportunity)}.OwnerId`

/** None where it is hidden which comments are questions, or when these were answered: their clocks would stand for good. */
function questions({ handoff, comment }: Names, shapes: Shapes) {
  const { kind, questionKey, resolvedAt, author } = comment.fields
  const sees = (name: string) => isVisible(shapes[comment.object], name)
  if (!sees(kind) || !sees(resolvedAt)) return []
  const columns = fields(['CreatedDate', resolvedAt, ...[questionKey, author].filter(sees)])
  return [
    fragment`(SELECT ${columns}
    FROM ${field(handoff.children.comments)} WHERE ${field(kind)} = ${'Clarification'}
    ORDER BY CreatedDate ASC LIMIT 50)`,
  ]
}

const surprise = 'Surprise_Promise'

/** When it was given to whoever has it now, or who has declined or cancelled it since, and when a promise came up that nobody had written down; nothing where none was done. */
function lastGiven({ handoff, event }: Names, shapes: Shapes) {
  const { kind, actor } = event.fields
  const sees = (name: string) => isVisible(shapes[event.object], name)
  if (!sees(kind)) return []
  const by = sees(actor) ? [actor, `${parentOf(actor)}.Name`] : []
  return [
    fragment`(SELECT ${fields(['CreatedDate', kind, ...by])}
    FROM ${field(handoff.children.events)}
    WHERE ${field(kind)} IN ${['Reassigned', 'Declined', 'Cancelled', surprise]} ORDER BY CreatedDate DESC LIMIT 20)`,
  ]
}

/** A row of an inbox in the domain's words; null when it has no status or sender that we know. */
export function readItem(names: Names, record: SalesforceRecord): InboxItem | null {
  const handoff = readHandoff(names, record)
  if (!handoff) return null
  const { fields: own, children } = names.handoff
  const boss = `${parentOf(own.incomingOwner)}.Manager`
  const latest = latestOf(names, record)
  const { givenAt } = latest
  return {
    ...handoff,
    firstViewedAt: handoff.firstViewedAt ?? null,
    clarificationDueAt: handoff.clarificationDueAt ?? null,
    pauses: childrenAt(record, children.comments)
      .filter((row) => isOf(handoff.incoming, idAt(row, names.comment.fields.author)))
      .flatMap((row) => pauseIn(names, row) ?? [])
      .filter(({ from }) => givenAt === undefined || from > givenAt),
    ...latest,
    escalatesTo: handoff.manager ?? personAt(record, `${boss}Id`, boss),
    raisesTo: handoff.manager?.userId ?? idAt(record, senderBoss(names)),
    bypassed: (handoff.bypassReason ?? '') !== '',
    late: 'no',
    dealOwnerId: idAt(record, dealOwner(names)),
    contactDueAt: null,
    ownerDueAt: null,
  }
}

function latestOf({ handoff, event }: Names, record: SalesforceRecord) {
  const { kind, actor } = event.fields
  const rows = childrenAt(record, handoff.children.events)
  const isSurprise = (row: SalesforceRecord) => textAt(row, kind) === surprise
  const last = rows.find((row) => !isSurprise(row)) ?? {}
  const surprisedAt = instantAt(rows.find(isSurprise) ?? {}, 'CreatedDate')
  const [what, at] = [textAt(last, kind), instantAt(last, 'CreatedDate')]
  const by = personAt(last, actor, parentOf(actor))
  const latest: Pick<InboxItem, 'givenAt' | 'declinedBy' | 'endedBy' | 'surprisedAt'> = {
    ...(surprisedAt && { surprisedAt }),
    ...(by && what === 'Cancelled' && { endedBy: by }),
    ...(by && what === 'Declined' && { declinedBy: by }),
    ...(at && what === 'Reassigned' && { givenAt: at }),
  }
  return latest
}

/** What somebody asked who had the handoff before stops no clock of whoever has it now, be it the same person again. */
const isOf = (incoming: Person | null, author: string) =>
  author === '' || author === incoming?.userId

function pauseIn({ comment }: Names, row: SalesforceRecord): InboxItem['pauses'][number] | null {
  const from = instantAt(row, 'CreatedDate')
  if (from === null) return null
  const question = textAt(row, comment.fields.questionKey)
  return {
    question: question === '' ? null : question,
    from,
    to: instantAt(row, comment.fields.resolvedAt),
  }
}
