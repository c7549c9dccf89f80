import { derivedKey } from './derived-key.ts'
import type { Handoff } from './handoff.ts'
import type { MoveName } from './lifecycle.ts'
import { onBehalfOf } from './moves.ts'
import type { Planned } from './plan.ts'
import type { Operation } from './planning.ts'
import { planMove, refused } from './planning.ts'
import type { Places, TransferFacts, TransferSnapshot, TransferWrite } from './transfer.ts'
import { hasPlaces } from './transfer.ts'
import { type Choosing, nowhere, obstacleTo, type Preview, previewOf } from './transfer-preview.ts'

/** Who may do the change of owner, when, and what was found a moment before. */
type Changing = Omit<Operation, 'operationKey'> & {
  readonly facts: TransferFacts
  /** Why somebody does it in another's place. */
  readonly reason?: string | undefined
}

/** How the owner is to change. */
interface Transferring extends Changing, Choosing {
  /** The owner as the user saw it. */
  readonly fromId: string
  /** Whether the team is put back in the same step, or by the new owner. */
  readonly team: 'now' | 'new-owner'
}

/**
 * The same change of owner has the same key in whatever browser it is asked for, so it is done once; the next
 * one, such as a change back, has another.
 */
function keyed(name: MoveName, handoff: Handoff) {
  return derivedKey(name, handoff.clientKey, String(handoff.transfer?.count ?? 0))
}

const unexplained = ({ role, reason = '' }: Changing) =>
  role === 'manager' && reason.trim() === '' ? 'Say why you do it in their place.' : null

const names = (places: Places) =>
  [...places.team, ...places.grants].map(({ name }) => name).join(', ')

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
    // A recipient who could only read the deal has left its copy of the status as it was.
    opportunity: { status: handoff.status, readiness: null },
    details: {
      from: write.from.name,
      ...(write.to === null ? {} : { to: write.to.name }),
      ...(hasPlaces(write) ? { team: names(write) } : {}),
      ...(hasPlaces(snapshot.waits) ? { waits: names(snapshot.waits) } : {}),
      ...(write.moves.length > 0 ? { activities: write.moves.length } : {}),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      ...onBehalfOf(write.from, changing),
    },
    inWords,
  }
  return planMove(name, handoff, { ...changing, operationKey: keyed(name, handoff), changes })
}

/** Everything that giving the deal to its new owner changes. */
export function planTransfer(handoff: Handoff, transferring: Transferring): Planned {
  const { facts, fromId, now, actor, reason = '' } = transferring
  const { owner, to, team, grants, credits } = facts
  if (owner.userId !== fromId)
    return refused(`${owner.name} owns the deal now. Look again at what would happen.`)
  const obstacle = obstacleTo('transfer', facts) ?? unexplained(transferring)
  if (obstacle !== null) return refused(obstacle)
  const { places, moves } = previewOf('transfer', { handoff, ...transferring })
  const snapshot: Writing['snapshot'] = {
    v: 1,
    at: now,
    by: actor,
    reason: reason.trim(),
    from: owner,
    to,
    team,
    grants,
    moved: [...movedBefore(handoff, facts), ...moves],
    credits,
    undone: null,
  }
  return planned('transfer', {
    handoff,
    changing: transferring,
    ...written(handoff, { snapshot, places, moves, facts, team: transferring.team }),
    inWords: [`${to.name} owns ${handoff.opportunityName} from now on.`],
  })
}

/** Where somebody else has put the old owner back, what went over with the first change is the new owner's still. */
function movedBefore({ transfer: before }: Handoff, { owner, to }: TransferFacts) {
  const isRepeated = before?.from.userId === owner.userId && before.to.userId === to.userId
  return isRepeated && !before.undone ? before.moved : []
}

interface Writing extends Preview {
  readonly snapshot: Omit<TransferSnapshot, 'count' | 'waits'>
  readonly facts: TransferFacts
  readonly team: Transferring['team']
}

function written({ transfer: before }: Handoff, writing: Writing) {
  const { places, moves, facts, team, snapshot } = writing
  const isNow = team === 'now'
  const { owner, to, teamAccess } = facts
  return {
    write: {
      from: owner,
      to,
      moves: [...moves],
      teamAccess,
      ...(isNow ? places : nowhere),
    },
    snapshot: { ...snapshot, count: (before?.count ?? 0) + 1, waits: isNow ? nowhere : places },
  }
}

/** Everything that putting back the team changes, once the deal has its new owner. */
export function planPutBack(handoff: Handoff, changing: Changing): Planned {
  const { transfer } = handoff
  const { facts } = changing
  if (!transfer || !hasPlaces(transfer.waits)) return refused('Nobody waits to be put back.')
  const why = unexplained(changing)
  if (why !== null) return refused(why)
  const { owner, teamAccess } = facts
  const { places } = previewOf('put-back', { handoff, facts, ...asIs })
  return planned('put-back', {
    handoff,
    changing,
    write: { from: owner, to: null, moves: [], teamAccess, ...places },
    snapshot: { ...transfer, count: transfer.count + 1, waits: nowhere },
    inWords: [`${names(places)} have their place on ${handoff.opportunityName} again.`],
  })
}

const asIs = { place: 'none', takesActivities: true } as const

/** Everything that giving the deal back changes: it is as it was before the owner changed. */
export function planUndo(
  handoff: Handoff,
  changing: Changing & { readonly team: Transferring['team'] },
): Planned {
  const { transfer: before } = handoff
  const { facts, now, actor, team } = changing
  if (!before || before.undone) return refused('There is no change of owner to undo.')
  const { owner, to } = facts
  if (owner.userId !== before.to.userId)
    return refused(`${owner.name} owns the deal now. Undoing would take it from them.`)
  const obstacle = obstacleTo('undo', facts) ?? unexplained(changing)
  if (obstacle !== null) return refused(obstacle)
  const preview = previewOf('undo', { handoff, facts, ...asIs })
  const snapshot = { ...before, undone: { at: now, by: actor } }
  return planned('undo-transfer', {
    handoff,
    changing,
    ...written(handoff, { ...preview, snapshot, facts, team }),
    inWords: [`${to.name} owns ${handoff.opportunityName} again.`],
  })
}
