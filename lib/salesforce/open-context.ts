import type { Deal } from '#lib/handoff/deal.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { answered, askedAgain } from './asked-again.ts'
import { composite, type Replies, type Reply } from './composite.ts'
import type { Connection } from './connection.ts'
import type { Context } from './context.ts'
import { contextParts, partIds } from './context-parts.ts'
import { currencyIn } from './currency-in.ts'
import {
  readActivities,
  readCase,
  readCompetitors,
  readContactRole,
  readProduct,
  readTeamMember,
  readNames,
  rowsAt,
} from './deal-record.ts'
import {
  byObject,
  describedObjects,
  describeId,
  describeParts,
  shapesAfter,
} from './describe-parts.ts'
import {
  labelsIn,
  lengthsIn,
  lockedIn,
  amountsIn,
  picklistsIn,
  type RememberedShape,
  type Shapes,
  typesIn,
} from './describe.ts'
import { readHandoff, readWholeHandoff } from './handoff-record.ts'
import { hiddenDeal } from './hidden-deal.ts'
import type { Identity } from './identity.ts'
import { refuseWithout } from './installation.ts'
import type { Names } from './names.ts'
import { peopleRightsIn } from './people-rights.ts'
import {
  childrenAt,
  idAt,
  instantAt,
  isTrueAt,
  plainFields,
  recordSchema,
  rowsOf,
  type SalesforceRecord,
  textAt,
} from './record.ts'
import { SalesforceError } from './salesforce-error.ts'

/** What a context is read with. */
export interface ContextRequest {
  readonly opportunityId: string
  readonly identity: Identity
  readonly names: Names
  readonly version: string
  /** ISO 8601. */
  readonly now: string
  readonly remembered: readonly RememberedShape[]
}

/** A context, and the shapes of the objects it was read with. */
export interface OpenedContext {
  readonly context: Context
  readonly shapes: readonly RememberedShape[]
}

/**
 * Reads everything about one opportunity in one call. A second call is needed only when describe, which
 * comes in the same answer, says that a query has asked for something this org does not have, or tells for the first
 * time of fields in which the deal names users.
 */
export async function openContext(
  connection: Connection,
  request: ContextRequest,
): Promise<OpenedContext> {
  const { names, version, remembered } = request
  const objects = describedObjects(names)
  const parts = contextParts(request, byObject(remembered))
  const asked = [...describeParts(objects, remembered), ...parts]
  const first = await composite(connection, asked, { allOrNone: false, version })
  const shapes = shapesAfter(objects, remembered, first)
  const refusal = first.get(describeId(names.handoff.object))?.error
  if (refusal && refusal.kind !== 'record-gone') throw refusal
  await refuseWithout({ connection, version }, names, byObject(shapes))
  const later = laterParts(request, first, byObject(shapes))
  const again = askedAgain({ parts, replies: first }, later, byObject(shapes))
  const replies =
    again.length === 0
      ? first
      : answered(first, await composite(connection, again, { allOrNone: false, version }))
  const unread = replies.get(partIds.handoffs)?.error
  // "Unchanged" is said of an object, not of what a user may see of it.
  if (unread && remembered.length > 0)
    return openContext(connection, { ...request, remembered: [] })
  // A deal whose handoffs cannot be read is not one without any: somebody would begin another.
  if (unread) throw unread
  return { context: contextFrom(request, byObject(shapes), replies), shapes }
}

/** What is asked instead of what was refused: with what is known of the objects, and without what anybody may hide. */
function laterParts(request: ContextRequest, first: Replies, shapes: Shapes) {
  const refusal = first.get(partIds.people)?.error?.message
  return [false, true].map((isSpare) => contextParts({ ...request, refusal }, shapes, isSpare))
}

function contextFrom(request: ContextRequest, shapes: Shapes, replies: Replies): Context {
  const { identity, names } = request
  const handoffs = rowsOf(replies.get(partIds.handoffs)?.body).flatMap(
    (record) => readWholeHandoff(names, record) ?? [],
  )
  const hidden = hiddenFrom(request, replies, handoffs)
  const deal = hidden ?? dealFrom(request, shapes, replies)
  return {
    identity,
    deal,
    handoffs,
    chain: rowsOf(replies.get(partIds.chain)?.body).flatMap(
      (record) => readHandoff(names, record) ?? [],
    ),
    may: hidden ? onlyRead : mayDo(names, shapes, replies),
    picklists: picklistsIn(shapes),
    labels: labelsIn(shapes),
    lengths: lengthsIn(shapes),
    types: typesIn(shapes),
    locked: lockedIn(shapes),
    people: peopleRightsIn(shapes, deal, isShared(replies)),
    cached: false,
  }
}

/** Only the handoff of the deal is shared with this user. */
const onlyRead = { create: false, edit: false, see: false }

function hiddenFrom(
  { now }: ContextRequest,
  replies: Replies,
  [latest]: readonly Handoff[],
): Deal | null {
  const isGone = replies.get(partIds.deal)?.error?.kind === 'record-gone'
  return isGone && latest ? hiddenDeal(latest, now) : null
}

function mayDo({ handoff, event }: Names, shapes: Shapes, replies: Replies) {
  return {
    create: isCreateable(shapes, handoff.object) && isCreateable(shapes, event.object),
    edit: (shapes['Opportunity']?.updateable ?? false) && isShared(replies),
  }
}

/** Whether sharing lets the user edit the opportunity; where that cannot be read, a write tells. */
function isShared(replies: Replies): boolean {
  const [people = {}] = rowsOf(replies.get(partIds.people)?.body)
  return (
    people['UserRecordAccess'] === undefined || isTrueAt(people, 'UserRecordAccess.HasEditAccess')
  )
}

function isCreateable(shapes: Shapes, object: string): boolean {
  return shapes[object]?.createable ?? false
}

function dealFrom(
  { now, opportunityId, identity }: ContextRequest,
  shapes: Shapes,
  replies: Replies,
): Deal {
  const reply = replies.get(partIds.deal)
  const record = recordOf(reply) ?? {}
  const lastModifiedAt = instantAt(record, 'LastModifiedDate')
  if (lastModifiedAt === null) throw reply?.error ?? gone(opportunityId)
  const parentAt = (id: string) => recordOf(replies.get(id)) ?? {}
  const owner = parentAt(partIds.owner)
  const [people = {}] = rowsOf(replies.get(partIds.people)?.body)
  return {
    opportunityId,
    name: textAt(record, 'Name'),
    accountId: idAt(record, 'AccountId'),
    accountName: textAt(parentAt(partIds.account), 'Name'),
    owner: { userId: idAt(record, 'OwnerId'), name: textAt(owner, 'Name') },
    currency:
      textAt(record, 'CurrencyIsoCode') ||
      textAt(owner, 'DefaultCurrencyIsoCode') ||
      currencyIn(textAt(people, 'shown'), identity.locale),
    timeZone: identity.timeZone,
    fields: fieldsFrom(replies, shapes),
    money: amountsIn(shapes),
    ...aroundIt(replies, now),
    lastModifiedAt,
    lastModifiedBy: textAt(parentAt(partIds.modifier), 'Name'),
    readAt: now,
  }
}

function aroundIt(replies: Replies, now: string) {
  const rows = (id: string) => rowsOf(replies.get(id)?.body)
  const [people = {}] = rows(partIds.people)
  const [history = {}] = rows(partIds.history)
  const [account = {}] = rows(partIds.besides)
  return {
    contactRoles: rowsAt(people, 'OpportunityContactRoles').map(readContactRole),
    products: rowsAt(people, 'OpportunityLineItems').map(readProduct),
    team: rowsAt(people, 'OpportunityTeamMembers', 'UserId').map(readTeamMember),
    competitors: readCompetitors(history),
    cases: rowsAt(account, 'Cases').map(readCase),
    activities: readActivities(history, now),
  }
}

/** Raw values by path. The parents' fields stand under their object and under the opportunity's lookup alike. */
function fieldsFrom(replies: Replies, shapes: Shapes): Deal['fields'] {
  const fieldsOf = (path: string, id: string) =>
    plainFields(path, recordOf(replies.get(id)) ?? {}, shapes[path.replace('Opportunity.', '')])
  return {
    ...fieldsOf('Opportunity', partIds.deal),
    ...fieldsOf('Account', partIds.account),
    ...fieldsOf('Opportunity.Account', partIds.account),
    ...plainFields('Contract', contractIn(replies), shapes['Contract']),
    ...fieldsOf('Opportunity.Contract', partIds.contract),
    ...fieldsOf('Opportunity.Owner', partIds.owner),
    ...readNames(rowsOf(replies.get(partIds.people)?.body)[0] ?? {}),
  }
}

/** The contract that the opportunity names, else the account's latest. */
function contractIn(replies: Replies): SalesforceRecord {
  const named = recordOf(replies.get(partIds.contract))
  const [account = {}] = rowsOf(replies.get(partIds.besides)?.body)
  return named ?? childrenAt(account, 'Contracts')[0] ?? {}
}

function recordOf(reply: Reply | undefined) {
  if (!reply || reply.error) return null
  return recordSchema.safeParse(reply.body).data ?? null
}

function gone(opportunityId: string): SalesforceError {
  return new SalesforceError('record-gone', `Opportunity ${opportunityId} could not be read.`)
}
