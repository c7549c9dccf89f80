import type { Person } from '#lib/handoff/primitives.ts'
import type { Credit, Grant, Member, OpenActivity } from '#lib/handoff/transfer.ts'
import type { Part } from './composite.ts'
import { queryPart } from './context-parts.ts'
import type { Shapes } from './describe.ts'
import {
  childrenAt,
  idAt,
  isTrueAt,
  numberAt,
  personAt,
  type SalesforceRecord,
  textAt,
} from './record.ts'
import { field, fields, fragment, instant, list, soql } from './soql.ts'

/** Who owns a deal, and everything that hangs on that. */
export interface Ownership {
  readonly owner: Person
  readonly ownerIsActive: boolean
  readonly team: readonly Member[]
  readonly grants: readonly Grant[]
  readonly activities: readonly (OpenActivity & { readonly ownerId: string })[]
  readonly credits: readonly Credit[]
  readonly contactRoles: number
}

type Fragment = ReturnType<typeof fragment>

/** What is asked of open activities and may be hidden from a user who sees these themselves. */
export const activityColumns: readonly string[] = [
  'Subject',
  'ActivityDate',
  'EndDateTime',
  'IsAllDayEvent',
]

interface Asked {
  readonly shapes: Shapes
  readonly now: string
  /** Those of `activityColumns` that this user sees; absent: all. */
  readonly seen?: readonly string[]
}

/** The open activities of a kind, with what may be seen of them; the nearest first. */
function activitiesOf(child: string, seen: readonly string[], open: Fragment): Fragment {
  const shown = ['Subject', 'ActivityDate'].filter((name) => seen.includes(name))
  const order = shown.at(-1) === 'ActivityDate' ? 'ActivityDate' : 'Id'
  return fragment`(SELECT ${fields(['Id', 'OwnerId', ...shown])} FROM ${field(child)}
    WHERE ${open} ORDER BY ${field(order)} ASC NULLS LAST LIMIT 500)`
}

/** Which events are still to come, as far as their times may be seen. */
function coming(now: string, seen: readonly string[]): Fragment {
  const ends = fragment`EndDateTime >= ${instant(now)}`
  const endsSeen = seen.includes('EndDateTime')
  if (!seen.includes('ActivityDate')) return endsSeen ? ends : fragment`Id = null`
  return endsSeen && seen.includes('IsAllDayEvent')
    ? fragment`(${ends} OR (IsAllDayEvent = true AND ActivityDate >= TODAY))`
    : fragment`ActivityDate >= TODAY`
}

/** What hangs on the owner, by the relationship's name; which of them an org has, describe tells. */
const children = ({ now, seen = activityColumns }: Asked): Readonly<Record<string, Fragment>> => ({
  OpportunityTeamMembers: fragment`(SELECT Id, UserId, User.Name, User.IsActive, TeamMemberRole,
    OpportunityAccessLevel FROM OpportunityTeamMembers LIMIT 200)`,
  Shares: fragment`(SELECT Id, UserOrGroupId, UserOrGroup.Name, OpportunityAccessLevel
    FROM Shares WHERE RowCause = 'Manual' LIMIT 200)`,
  Tasks: activitiesOf('Tasks', seen, fragment`IsClosed = false`),
  Events: activitiesOf('Events', seen, fragment`IsChild = false AND ${coming(now, seen)}`),
  OpportunitySplits: fragment`(SELECT Id, SplitOwner.Name, SplitPercentage, SplitType.MasterLabel
    FROM OpportunitySplits LIMIT 200)`,
  OpportunityContactRoles: fragment`(SELECT Id FROM OpportunityContactRoles LIMIT 200)`,
})

/** The part that reads who owns a deal and what hangs on it, in one query. */
export function ownershipPart(id: string, opportunityId: string, asked: Asked): Part {
  const has = new Set(asked.shapes['Opportunity']?.children)
  const present = Object.entries(children(asked)).flatMap(([child, query]) =>
    has.has(child) ? [query] : [],
  )
  const columns = list([fragment`Id, OwnerId, Owner.Name, Owner.IsActive`, ...present])
  return queryPart(id, soql`SELECT ${columns} FROM Opportunity WHERE Id = ${opportunityId}`)
}

/** Who owns the deal of a row; null when it names no owner. */
export function ownershipIn(record: SalesforceRecord): Ownership | null {
  const owner = personAt(record, 'OwnerId', 'Owner')
  if (!owner) return null
  return {
    owner,
    ownerIsActive: isTrueAt(record, 'Owner.IsActive'),
    team: childrenAt(record, 'OpportunityTeamMembers').map(memberIn),
    grants: childrenAt(record, 'Shares').map(grantIn),
    activities: [
      ...childrenAt(record, 'Tasks').map(activity('Task')),
      ...childrenAt(record, 'Events').map(activity('Event')),
    ],
    credits: childrenAt(record, 'OpportunitySplits').map((row) => ({
      name: textAt(row, 'SplitOwner.Name'),
      kind: textAt(row, 'SplitType.MasterLabel'),
      percent: numberAt(row, 'SplitPercentage') ?? 0,
    })),
    contactRoles: childrenAt(record, 'OpportunityContactRoles').length,
  }
}

const activity = (object: OpenActivity['object']) => (row: SalesforceRecord) => ({
  object,
  id: idAt(row, 'Id'),
  subject: textAt(row, 'Subject'),
  day: textAt(row, 'ActivityDate') || null,
  ownerId: idAt(row, 'OwnerId'),
})

function memberIn(row: SalesforceRecord): Member {
  return {
    userId: idAt(row, 'UserId'),
    name: textAt(row, 'User.Name'),
    role: textAt(row, 'TeamMemberRole'),
    access: textAt(row, 'OpportunityAccessLevel'),
    isActive: isTrueAt(row, 'User.IsActive'),
  }
}

function grantIn(row: SalesforceRecord): Grant {
  return {
    holderId: idAt(row, 'UserOrGroupId'),
    name: textAt(row, 'UserOrGroup.Name'),
    access: textAt(row, 'OpportunityAccessLevel'),
  }
}
