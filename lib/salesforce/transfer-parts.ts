import type { Plan } from '#lib/handoff/plan.ts'
import type { Member, TransferWrite } from '#lib/handoff/transfer.ts'
import { collection } from './child-writes.ts'
import type { Part } from './composite.ts'

const bare = { rows: [], wordings: [] } as const

/** Most members whose access is set one by one; more go together, which counts as a collection of its own. */
const mostOneByOne = 12

/**
 * What a change of owner writes. Activities go first, while they are still the old owner's to give: an org may
 * move them by itself with the deal. Team and shares go last: Salesforce drops them with the old owner.
 */
export function transferParts({ transfer, opportunityId }: Plan): readonly Part[] {
  if (!transfer) return []
  return [
    ...moved(transfer),
    ...owned(transfer, opportunityId),
    ...placed(transfer, opportunityId),
    ...granted(transfer),
  ]
}

/** How many queries and collections a change of owner uses up of the five that one call may have. */
export function countedIn({ transfer }: Plan): number {
  if (!transfer) return 0
  const { moves, team, grants } = transfer
  const kinds = [moves.length > 0, team.length + grants.length > 0, isTogether(transfer)]
  return kinds.filter(Boolean).length
}

function moved({ moves, to }: TransferWrite): readonly Part[] {
  const records = moves.map(({ object, id }) => ({
    attributes: { type: object },
    id,
    OwnerId: to?.userId,
  }))
  if (records.length === 0) return []
  const body = { allOrNone: true, records }
  return [{ id: 'activities', method: 'PATCH', path: '/composite/sobjects', body }]
}

function owned({ to }: TransferWrite, opportunityId: string): readonly Part[] {
  if (to === null) return []
  const path = `/sobjects/Opportunity/${opportunityId}`
  return [{ id: 'owner', method: 'PATCH', path, body: { OwnerId: to.userId } }]
}

/** Team members first: what follows finds them by their place. */
function placed(write: TransferWrite, opportunityId: string): readonly Part[] {
  const team = write.team.map((member) => ({
    attributes: { type: 'OpportunityTeamMember' },
    OpportunityId: opportunityId,
    UserId: member.userId,
    ...(member.role === '' ? {} : { TeamMemberRole: member.role }),
    ...(write.teamAccess === 'on-create' && member.access !== ''
      ? { OpportunityAccessLevel: member.access }
      : {}),
  }))
  const shares = write.grants.map(({ holderId, access }) => ({
    attributes: { type: 'OpportunityShare' },
    OpportunityId: opportunityId,
    UserOrGroupId: holderId,
    OpportunityAccessLevel: access,
  }))
  const records = [...team, ...shares]
  if (records.length === 0) return []
  const body = { allOrNone: true, records }
  return [{ id: 'team', method: 'POST', path: '/composite/sobjects', body }]
}

/** A new member may read, so only who may do more needs to be told. */
function raised({ team, teamAccess }: TransferWrite) {
  if (teamAccess !== 'afterwards') return []
  return team.flatMap(({ access }: Member, at) =>
    access === '' || access === 'Read' ? [] : [{ id: `@{team[${at}].id}`, access }],
  )
}

const isTogether = (write: TransferWrite) => raised(write).length > mostOneByOne

function granted(write: TransferWrite): readonly Part[] {
  const rows = raised(write)
  if (isTogether(write)) {
    const part: Part = { id: 'team_access', method: 'PATCH', path: '/composite/sobjects' }
    const records = rows.map(({ id, access }) => ({ id, OpportunityAccessLevel: access }))
    return collection(part, 'OpportunityTeamMember', { ...bare, rows: records }).map(
      (each) => each.part,
    )
  }
  return rows.map(({ id, access }, at) => ({
    id: `team_access_${at}`,
    method: 'PATCH',
    path: `/sobjects/OpportunityTeamMember/${id}`,
    body: { OpportunityAccessLevel: access },
  }))
}
