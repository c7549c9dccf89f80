import type { Person } from './primitives.ts'
import type { Credit, Difference, Grant, Member, OpenActivity, TransferWrite } from './transfer.ts'

/** A deal as it was read right after its owner changed. */
interface Found {
  readonly owner: Person
  readonly team: readonly Member[]
  readonly grants: readonly Grant[]
  readonly activities: readonly (OpenActivity & { readonly ownerId: string })[]
  readonly credits: readonly Credit[]
}

/**
 * What is not as it was planned, each in one sentence, and how the credit was shared out anew, which Salesforce does by
 * rules of its own; nothing when all is as it was to be.
 */
export function differences(
  write: TransferWrite,
  found: Found,
  credits: readonly Credit[],
): readonly Difference[] {
  return [
    ...ownerIn(write, found),
    ...placesIn(write, found),
    ...activitiesIn(write, found),
    ...creditsIn(credits, found.credits),
  ]
}

function ownerIn({ to }: TransferWrite, { owner }: Found): readonly string[] {
  if (to === null || owner.userId === to.userId) return []
  return [`${owner.name} owns the deal, not ${to.name}.`]
}

/** Salesforce may give more than was asked, such as what everybody has, and never less. */
const weights: Readonly<Record<string, number>> = { Read: 1, Edit: 2, All: 3 }
const isEnough = (has: string, wanted: string) => (weights[has] ?? 0) >= (weights[wanted] ?? 0)

function placesIn({ team, grants }: TransferWrite, found: Found): readonly string[] {
  const members = team.flatMap(({ userId, name, access }) => {
    const now = found.team.find((member) => member.userId === userId)
    if (!now) return [`${name} is not on the team.`]
    return isEnough(now.access, access)
      ? []
      : [`${name} may ${word(now.access)} the deal, not ${word(access)} it.`]
  })
  const shares = grants.flatMap(({ holderId, name }) =>
    found.grants.some((grant) => grant.holderId === holderId)
      ? []
      : [`The deal is not shared with ${name}.`],
  )
  return [...members, ...shares]
}

const word = (access: string) => (access === 'Edit' ? 'edit' : 'read')

function activitiesIn({ moves, to }: TransferWrite, { activities }: Found): readonly string[] {
  const owners = new Map(activities.map(({ id, ownerId }) => [id, ownerId]))
  return moves.flatMap(({ id, subject, object }) => {
    const owner = owners.get(id)
    if (owner === undefined || owner === to?.userId) return []
    return [`The ${object === 'Task' ? 'task' : 'event'} “${subject}” stayed where it was.`]
  })
}

const keyOf = ({ kind, name }: Credit) => `${kind} ${name}`
const byKey = (credits: readonly Credit[]) => new Map(credits.map((one) => [keyOf(one), one]))

function creditsIn(before: readonly Credit[], after: readonly Credit[]): readonly Difference[] {
  const [had, has] = [byKey(before), byKey(after)]
  return [...new Map([...had, ...has])].flatMap(([key, { name, kind }]) => {
    const [was = 0, percent = 0] = [had.get(key)?.percent, has.get(key)?.percent]
    return was === percent ? [] : [{ name, kind, percent, before: was }]
  })
}
