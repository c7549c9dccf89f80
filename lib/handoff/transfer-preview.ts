import type { Handoff } from './handoff.ts'
import type { Person } from './primitives.ts'
import type { OpenActivity, Places, TransferFacts, TransferSnapshot } from './transfer.ts'

/** What a user wants to do about the owner of a deal. */
export type Aim = 'transfer' | 'undo' | 'put-back'

/** Most records that one collection takes. */
const mostTogether = 200

/** Why the owner cannot be changed as the deal was found, in a sentence; null when it can. */
export function obstacleTo(aim: Aim, facts: TransferFacts): string | null {
  const { owner, to, toIsActive, mayTransfer, team, grants } = facts
  if (aim === 'put-back') return null
  if (owner.userId === to.userId) return `${to.name} owns the deal already.`
  if (!toIsActive) return `${to.name} is no longer active, so Salesforce lets them own nothing.`
  if (!mayTransfer)
    return `Salesforce does not let you change the owner. ${owner.name}, somebody above them or an administrator may.`
  // No more of either are read, and one place is the old owner's: whoever is beyond would be lost.
  return team.length + grants.length < mostTogether
    ? null
    : 'More people have a place on this deal than can be put back in one step. Change the owner in Salesforce, which can keep the team.'
}

/** Nobody anywhere. */
export const nowhere: Places = { team: [], grants: [] }

const mayEdit: ReadonlySet<string> = new Set(['Edit', 'ReadEditTransfer', 'All'])
const mayRead: ReadonlySet<string> = new Set(['Read', ...mayEdit])

/** The old owner, when they keep a place: on the team, or by hand in an org without teams. */
function placeOf(facts: TransferFacts, place: Choosing['place']): Places {
  const { owner, ownerIsActive, teamAccess, team, everybody } = facts
  if (place === 'none' || !ownerIsActive) return nowhere
  const { userId, name } = owner
  if (teamAccess === 'absent') {
    // Salesforce refuses to share what everybody has.
    const isMore = place === 'Edit' ? !mayEdit.has(everybody) : !mayRead.has(everybody)
    return { team: [], grants: isMore ? [{ holderId: userId, name, access: place }] : [] }
  }
  const role = team.find((member) => member.userId === userId)?.role ?? ''
  return { team: [{ userId, name, role, access: place, isActive: true }], grants: [] }
}

/** Who had a place and can have it again. Owners have none, and who has left gets none. */
function kept({ team, grants }: Places, without: readonly Person[]): Places {
  const isOut = (id: string) => without.some(({ userId }) => userId === id)
  return {
    team: team.filter(({ userId, isActive }) => isActive && !isOut(userId)),
    grants: grants.filter(({ holderId }) => !isOut(holderId)),
  }
}

const together = (one: Places, other: Places): Places => ({
  team: [...one.team, ...other.team],
  grants: [...one.grants, ...other.grants],
})

/** What is chosen about the old owner. */
export interface Choosing {
  /** What they may do with the deal from then on. */
  readonly place: 'Edit' | 'Read' | 'none'
  /** Whether their open tasks and coming events go to the new owner. */
  readonly takesActivities: boolean
}

/** What is put where, and which activities go along. */
export interface Preview {
  readonly places: Places
  readonly moves: readonly OpenActivity[]
}

interface Chosen extends Choosing {
  readonly handoff: Handoff
  readonly facts: TransferFacts
}

/** Who ends up with a place and which activities go along: what is shown is what is written. */
export function previewOf(aim: Aim, chosen: Chosen): Preview {
  const { handoff, facts, place, takesActivities } = chosen
  const before = handoff.transfer
  const { owner, to, mayMoveActivities, activities } = facts
  const mine = mayMoveActivities ? activities : []
  if (aim === 'put-back')
    return { moves: [], places: before ? kept(before.waits, [owner]) : nowhere }
  if (aim === 'transfer') {
    const places = together(kept(facts, [owner, to]), placeOf(facts, place))
    return { moves: takesActivities ? mine.slice(0, mostTogether) : [], places }
  }
  if (!before) return { moves: [], places: nowhere }
  const moved = new Set(before.moved.map(({ id }) => id))
  const places = together(kept(before, [before.from]), cameSince(before, facts))
  return { moves: mine.filter(({ id }) => moved.has(id)), places }
}

/** Who has got a place since the owner changed keeps it; the old owner's own was made by the change. */
function cameSince(before: TransferSnapshot, facts: TransferFacts): Places {
  const had = new Set([
    ...before.team.map(({ userId }) => userId),
    ...before.grants.map(({ holderId }) => holderId),
  ])
  const { team, grants } = kept(facts, [before.from, before.to])
  return {
    team: team.filter(({ userId }) => !had.has(userId)),
    grants: grants.filter(({ holderId }) => !had.has(holderId)),
  }
}
