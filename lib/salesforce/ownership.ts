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

/** Objects whose fields are asked for below and may be hidden from a user who sees the records. */
export const activityObjects = ['Task', 'Event']

/** Those of their fields that a user does not see, by path. */
export function hiddenOfActivities(shapes: Shapes): string[] {
  return activityObjects.flatMap((object) =>
    ['Subject', 'ActivityDate', ...(object === 'Event' ? ['EndDateTime', 'IsAllDayEvent'] : [])]
      .filter((name) => !(name in (shapes[object]?.fields ?? {})))
      .map((name) => `${object}.${name}`),
  )
}

interface Asked {
  readonly shapes: Shapes
  readonly now: string
  /** Fields of activities that this user is known not to see, by path. */
  readonly hidden?: readonly string[]
}

/** The open activities of a kind, with what may be seen of them; the nearest first. */
function activities(object: 'Task' | 'Event', hidden: readonly string[], open: Fragment): Fragment {
  const seen = ['Subject', 'ActivityDate'].filter((name) => !hidden.includes(`${object}.${name}`))
  const order = seen.includes('ActivityDate')
    ? fragment` ORDER BY ActivityDate ASC NULLS LAST`
    : fragment``
  return fragment`(SELECT ${fields(['Id', 'OwnerId', ...seen])} FROM ${field(`${object}s`)}
    WHERE ${open}${order} LIMIT 500)`
}

/** Which events are still to come, as far as their times may be seen. */
function coming({ now, hidden = [] }: Asked): Fragment {
  const hides = (name: string) => hidden.includes(`Event.${name}`)
  const ends = fragment`EndDateTime >= ${instant(now)}`
  if (hides('ActivityDate')) return hides('EndDateTime') ? fragment`Id = null` : ends
  return hides('EndDateTime') || hides('IsAllDayEvent')
    ? fragment`ActivityDate >= TODAY`
    : fragment`(${ends} OR (IsAllDayEvent = true AND ActivityDate >= TODAY))`
}

/** What hangs on the owner, by the relationship's name; which of them an org has, describe tells. */
const children = (asked: Asked): Readonly<Record<string, Fragment>> => ({
  OpportunityTeamMembers: fragment`(SELECT Id, UserId, User.Name, User.IsActive, TeamMemberRole,
    OpportunityAccessLevel FROM OpportunityTeamMembers LIMIT 200)`,
  Shares: fragment`(SELECT Id, UserOrGroupId, UserOrGroup.Name, OpportunityAccessLevel
    FROM Shares WHERE RowCause = 'Manual' LIMIT 200)`,
  Tasks: activities('Task', asked.hidden ?? [], fragment`IsClosed = false`),
  Events: activities('Event', asked.hidden ?? [], fragment`IsChild = false AND ${coming(asked)}`),
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
