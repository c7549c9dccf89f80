import { type TransferFacts, transferSnapshotSchema } from '#lib/handoff/transfer.ts'
import { composite, type Part, type Replies } from './composite.ts'
import { queryPart } from './context-parts.ts'
import { shapeOf, type Shapes } from './describe.ts'
import type { Names } from './names.ts'
import { activityColumns, type Ownership, ownershipIn, ownershipPart } from './ownership.ts'
import { isTrueAt, recordSchema, rowsOf, textAt } from './record.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'
import { soql } from './soql.ts'
import { storedValue } from './stored-value.ts'
import { withoutHidden } from './without-hidden.ts'

/** What a change of owner would meet is asked with this. */
export interface TransferRequest {
  readonly handoffId: string
  readonly opportunityId: string
  /** Who would own the deal. */
  readonly toId: string
  readonly shapes: Shapes
  readonly names: Names
  /** ISO 8601. */
  readonly now: string
}

const ids = {
  deal: 'ownership',
  handoff: 'handoff',
  to: 'new_owner',
  access: 'access',
  other: 'other_deal',
  reach: 'reach',
  activity: 'activity',
  accountTeam: 'account_team',
  team: 'describe_team',
  org: 'org',
} as const

/**
 * Everything that a change of owner would move, leave or lose, and whether this user may make it: one call, and one
 * more for each column of activities that is hidden from them. Changes nothing.
 */
export function readTransfer(user: SignedIn, request: TransferRequest): Promise<TransferFacts> {
  return withoutHidden(activityColumns, (seen) => looked(user, request, seen))
}

async function looked(
  user: SignedIn,
  request: TransferRequest,
  seen: readonly string[],
): Promise<TransferFacts> {
  const { connection, version } = user
  const shapes = await withDeal(user, request.shapes)
  const parts = partsOf(user, { ...request, shapes, seen })
  const replies = await composite(connection, parts, { allOrNone: false, version })
  const refusal = replies.get(ids.deal)?.error
  if (refusal) throw refusal
  const [deal] = rowsOf(replies.get(ids.deal)?.body)
  const ownership = deal && ownershipIn(deal)
  if (!ownership) throw new SalesforceError('record-gone', 'The opportunity could not be read.')
  const hidden = activityColumns.filter((column) => !seen.includes(column))
  const facts = factsOf({ ownership, replies, request, userId: user.identity.userId })
  return hidden.length > 0 ? { ...facts, hidden } : facts
}

/** Which children the deal has must be known to ask for them. A panel has asked already. */
async function withDeal({ connection }: SignedIn, shapes: Shapes): Promise<Shapes> {
  if (shapes['Opportunity']) return shapes
  const path = '/sobjects/Opportunity/describe'
  const shape = shapeOf(await connection.call({ method: 'GET', path }))
  return shape ? { ...shapes, Opportunity: shape } : shapes
}

interface Parts extends TransferRequest {
  /** Columns of activities that this user sees. */
  readonly seen: readonly string[]
}

function partsOf({ identity }: SignedIn, request: Parts): readonly Part[] {
  const { opportunityId, toId, handoffId, names } = request
  const { object, fields } = names.handoff
  const access = (recordId: string) => soql`SELECT RecordId, HasEditAccess, HasTransferAccess,
    MaxAccessLevel FROM UserRecordAccess WHERE UserId = ${identity.userId} AND RecordId = ${recordId}`
  return [
    ownershipPart(ids.deal, opportunityId, request),
    {
      id: ids.handoff,
      method: 'GET',
      path: `/sobjects/${object}/${handoffId}?fields=${fields.transferSnapshot}`,
    },
    { id: ids.to, method: 'GET', path: `/sobjects/User/${toId}?fields=Name,IsActive` },
    queryPart(ids.access, access(opportunityId)),
    ...(toId === identity.userId ? asNewOwner(access) : asAnother(request, access)),
    queryPart(
      ids.accountTeam,
      soql`SELECT Id FROM AccountTeamMember
        WHERE AccountId IN (SELECT AccountId FROM Opportunity WHERE Id = ${opportunityId}) LIMIT 200`,
    ),
    { id: ids.team, method: 'GET', path: '/sobjects/OpportunityTeamMember/describe' },
    {
      id: ids.org,
      method: 'GET',
      path: `/sobjects/Organization/${identity.orgId}?fields=DefaultOpportunityAccess`,
    },
  ]
}

type Access = (recordId: string) => string

/** Who takes the deal may do everything with it then; whether its activities are theirs to take, one of them tells. */
function asNewOwner(access: Access): readonly Part[] {
  const first = (child: string) => `@{${ids.deal}.records[0].${child}.records[0].Id}`
  return [
    unescaped(queryPart(ids.activity, access(first('Tasks')))),
    unescaped(queryPart(ids.other, access(first('Events')))),
  ]
}

/** What anybody else may do with a deal of the new owner, another of theirs tells. */
function asAnother({ opportunityId, toId }: TransferRequest, access: Access): readonly Part[] {
  const other = soql`SELECT Id FROM Opportunity WHERE OwnerId = ${toId} AND Id != ${opportunityId}
    ORDER BY LastModifiedDate DESC LIMIT 1`
  return [
    queryPart(ids.other, other),
    unescaped(queryPart(ids.reach, access(`@{${ids.other}.records[0].Id}`))),
  ]
}

/** A reference stands in an address as it is. */
function unescaped(part: Part): Part {
  return { ...part, path: part.path.replace(/%40%7B.*?%7D/, decodeURIComponent) }
}

interface Read {
  readonly ownership: Ownership
  readonly replies: Replies
  readonly request: TransferRequest
  readonly userId: string
}

function factsOf({ ownership, replies, request, userId }: Read): TransferFacts {
  const { owner, activities, team, grants, credits, ...rest } = ownership
  const [access = {}] = rowsOf(replies.get(ids.access)?.body)
  const to = rowIn(replies, ids.to)
  const own = activities.filter(({ ownerId }) => ownerId === owner.userId)
  const accountTeam = replies.get(ids.accountTeam)
  const { transferSnapshot } = request.names.handoff.fields
  const snapshot = textAt(rowIn(replies, ids.handoff), transferSnapshot)
  return {
    owner,
    ...rest,
    to: { userId: request.toId, name: textAt(to, 'Name') },
    toIsActive: isTrueAt(to, 'IsActive'),
    mayTransfer: isTrueAt(access, 'HasTransferAccess'),
    reachAfter: request.toId === userId ? 'yes' : reachIn(replies, owner.userId === userId),
    everybody: textAt(rowIn(replies, ids.org), 'DefaultOpportunityAccess'),
    teamAccess: teamAccessIn(replies),
    team: [...team],
    grants: [...grants],
    activities: own.map(({ ownerId: _, ...activity }) => activity),
    mayMoveActivities: request.toId !== userId || mayTakeActivities(replies),
    othersActivities: activities.length - own.length,
    credits: [...credits],
    accountTeam: accountTeam?.error ? null : rowsOf(accountTeam?.body).length,
    changes: storedValue(transferSnapshotSchema, snapshot)?.count ?? 0,
  }
}

/** What is not there or may not be seen has no values. */
function rowIn(replies: Replies, id: string) {
  return recordSchema.safeParse(replies.get(id)?.body).data ?? {}
}

/**
 * Team and shares are for the owner and those above to change. Without another deal of the new owner to judge
 * by, whoever has full access without owning the deal may keep it, and an owner most likely does not.
 */
function reachIn(replies: Replies, isOwner: boolean): TransferFacts['reachAfter'] {
  const [reach] = rowsOf(replies.get(ids.reach)?.body)
  if (reach) return textAt(reach, 'MaxAccessLevel') === 'All' ? 'yes' : 'no'
  return isOwner ? 'no' : 'unknown'
}

function mayTakeActivities(replies: Replies): boolean {
  return [ids.activity, ids.other].some((id) => {
    const [access] = rowsOf(replies.get(id)?.body)
    return access !== undefined && isTrueAt(access, 'HasEditAccess')
  })
}

function teamAccessIn(replies: Replies): TransferFacts['teamAccess'] {
  const shape = shapeOf(replies.get(ids.team)?.body)
  if (!shape?.createable) return 'absent'
  return shape.fields['OpportunityAccessLevel']?.createable ? 'on-create' : 'afterwards'
}
