import { derivedKey } from './derived-key.ts'
import type { Handoff } from './handoff.ts'
import type { MoveName } from './lifecycle.ts'
import type { Planned } from './plan.ts'
import type { Operation } from './planning.ts'
import { planMove, refused } from './planning.ts'
import type { Person } from './primitives.ts'
import type { Places, TransferFacts, TransferSnapshot, TransferWrite } from './transfer.ts'
import { hasPlaces } from './transfer.ts'

/** Who may do the change of owner, when, and what was found a moment before. */
type Changing = Omit<Operation, 'operationKey'> & {
  readonly facts: TransferFacts
  /** Why somebody does it in another's place. */
  readonly reason?: string | undefined
}

/** How the owner is to change. */
export interface Transferring extends Changing {
  /** The owner as the user saw it. */
  readonly fromId: string
  /** What the outgoing owner may do with the deal from then on. */
  readonly place: 'Edit' | 'Read' | 'none'
  /** Whether open tasks and coming events of the outgoing owner go to the new one. */
  readonly takesActivities: boolean
  /** Whether the team is put back in the same step, or by the new owner. */
  readonly team: 'now' | 'new-owner'
}

/** Most records that one collection takes. */
const mostTogether = 200

const nowhere: Places = { team: [], grants: [] }

/**
 * The same change of owner has the same key in whatever browser it is asked for, so it is done once; the next
 * one, such as a change back, has another.
 */
function keyed(name: MoveName, handoff: Handoff) {
  return derivedKey(name, handoff.clientKey, String(handoff.transfer?.count ?? 0))
}

function obstacleTo({ facts, role, reason = '' }: Changing): string | null {
  const { owner, to, toIsActive, mayTransfer } = facts
  if (owner.userId === to.userId) return `${to.name} owns the deal already.`
  if (!toIsActive) return `${to.name} is no longer active, so Salesforce lets them own nothing.`
  if (!mayTransfer)
    return `Salesforce does not let you change the owner. ${owner.name}, somebody above them or an administrator may.`
  if (role === 'manager' && reason.trim() === '') return 'Say why you do it in their place.'
  return null
}

/** The old owner, when they keep a place: on the team, or by hand in an org without teams. */
function placeOf({ facts, place }: Transferring): Places {
  const { owner, ownerIsActive, teamAccess, team } = facts
  if (place === 'none' || !ownerIsActive) return nowhere
  const { userId, name } = owner
  if (teamAccess === 'absent')
    return { team: [], grants: [{ holderId: userId, name, access: place }] }
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

const names = (places: Places) =>
  [...places.team, ...places.grants].map(({ name }) => name).join(', ')

const onBehalf = (owner: Person, { role, actor }: Changing) =>
  role === 'manager' && owner.userId !== actor.userId ? { onBehalfOf: owner.name } : {}

interface Change {
  readonly handoff: Handoff
  readonly changing: Changing
  readonly write: TransferWrite
  readonly snapshot: TransferSnapshot
  readonly inWords: readonly string[]
}

function planned(name: MoveName, change: Change): Planned {
  const { handoff, changing, write, snapshot, inWords } = change
  const { reason = '' } = changing
  const changes = {
    transfer: write,
    handoff: { transfer: snapshot },
    details: {
      from: write.from.name,
      ...(write.to === null ? {} : { to: write.to.name }),
      ...(hasPlaces(write) ? { team: names(write) } : {}),
      ...(hasPlaces(snapshot.waits) ? { waits: names(snapshot.waits) } : {}),
      ...(write.moves.length > 0 ? { activities: write.moves.length } : {}),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      ...onBehalf(write.from, changing),
    },
    inWords,
  }
  return planMove(name, handoff, { ...changing, operationKey: keyed(name, handoff), changes })
}

/** Everything that giving the deal to its new owner changes. */
export function planTransfer(handoff: Handoff, transferring: Transferring): Planned {
  const { facts, fromId, takesActivities, now, actor, reason = '' } = transferring
  const { owner, to, team, grants, activities, credits, teamAccess } = facts
  if (owner.userId !== fromId)
    return refused(`${owner.name} owns the deal now. Look again at what would happen.`)
  const obstacle = obstacleTo(transferring)
  if (obstacle !== null) return refused(obstacle)
  const places = together(kept({ team, grants }, [owner, to]), placeOf(transferring))
  const isNow = transferring.team === 'now'
  const takes = takesActivities && facts.mayMoveActivities
  const moves = takes ? activities.slice(0, mostTogether) : []
  return planned('transfer', {
    handoff,
    changing: transferring,
    write: { from: owner, to, moves, teamAccess, ...(isNow ? places : nowhere) },
    snapshot: {
      v: 1,
      count: (handoff.transfer?.count ?? 0) + 1,
      at: now,
      by: actor,
      reason: reason.trim(),
      from: owner,
      to,
      team,
      grants,
      moved: moves,
      credits,
      waits: isNow ? nowhere : places,
      undone: null,
    },
    inWords: [`${to.name} owns ${handoff.opportunityName} from now on.`],
  })
}

/** Everything that putting back the team changes, once the deal has its new owner. */
export function planPutBack(handoff: Handoff, changing: Changing): Planned {
  const { transfer } = handoff
  const { facts } = changing
  if (!transfer || !hasPlaces(transfer.waits)) return refused('Nobody waits to be put back.')
  const { owner, teamAccess } = facts
  const places = kept(transfer.waits, [owner])
  return planned('put-back', {
    handoff,
    changing,
    write: { from: owner, to: null, moves: [], teamAccess, ...places },
    snapshot: { ...transfer, count: transfer.count + 1, waits: nowhere },
    inWords: [`${names(places)} have their place on ${handoff.opportunityName} again.`],
  })
}

/** Everything that giving the deal back changes: it is as it was before the owner changed. */
export function planUndo(
  handoff: Handoff,
  changing: Changing & { readonly team: Transferring['team'] },
): Planned {
  const { transfer: before } = handoff
  if (!before || before.undone) return refused('There is no change of owner to undo.')
  const { facts, now, actor } = changing
  const { owner, to, teamAccess } = facts
  if (owner.userId !== before.to.userId)
    return refused(`${owner.name} owns the deal now. Undoing would take it from them.`)
  const obstacle = obstacleTo(changing)
  if (obstacle !== null) return refused(obstacle)
  const places = together(kept(before, [before.from]), cameSince(before, facts))
  const isNow = changing.team === 'now'
  const open = new Set(facts.activities.map(({ id }) => id))
  return planned('undo-transfer', {
    handoff,
    changing,
    write: {
      from: owner,
      to,
      moves: facts.mayMoveActivities ? before.moved.filter(({ id }) => open.has(id)) : [],
      teamAccess,
      ...(isNow ? places : nowhere),
    },
    snapshot: {
      ...before,
      count: before.count + 1,
      waits: isNow ? nowhere : places,
      undone: { at: now, by: actor },
    },
    inWords: [`${to.name} owns ${handoff.opportunityName} again.`],
  })
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
