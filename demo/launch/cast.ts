import type { Org } from '../org/org.ts'
import type { OrgFile } from '../org/seed.ts'
import { Unusable } from '../org/unusable.ts'
import type { Row } from '../soql/source.ts'

type Member = OrgFile['users'][number]

/** Who plays whom in the demo, found in the org's own records. */
export interface Cast {
  readonly outgoing: Member
  readonly recipient: Member
  /** Sees the whole org, to tell afterwards what it holds. */
  readonly witness: Member
  readonly opportunity: { readonly id: string; readonly name: string }
}

/** Finds someone with a deal to hand over and someone to take it. Throws where an org has neither. */
export function castOf(org: Org): Cast {
  const users = org.state.file.users.filter((user) => user.active)
  const players = usersOfTheExtension(users)
  const scenes = players.flatMap((outgoing) => dealsOf(org, outgoing))
  const [scene] = scenes.toSorted((a, b) => worth(b.row) - worth(a.row))
  if (!scene) throw new Unusable('No active user of this org owns an open or won opportunity.')
  const { outgoing, row } = scene
  const others = players.filter((user) => user.id !== outgoing.id)
  const [recipient] = others.toSorted(
    (a, b) => fitness(org, scene, a) - fitness(org, scene, b) || a.name.localeCompare(b.name),
  )
  if (!recipient)
    throw new Unusable('This org has only one user of the extension: nobody to hand over to.')
  return {
    outgoing,
    recipient,
    witness: users.find(isAdmin) ?? outgoing,
    opportunity: { id: String(row['Id']), name: String(row['Name']) },
  }
}

interface Scene {
  readonly outgoing: Member
  readonly row: Row
}

function usersOfTheExtension(users: readonly Member[]): readonly Member[] {
  const workers = users.filter((user) => !isAdmin(user))
  const granted = workers.filter((user) => holds(user, 'segueuser'))
  return granted.length > 1 ? granted : workers
}

function dealsOf(org: Org, outgoing: Member): readonly Scene[] {
  const rows = org
    .as(outgoing.id)
    .query(
      'SELECT Id, Name, Amount, IsWon, (SELECT Id FROM OpportunityContactRoles) FROM Opportunity ' +
        `WHERE OwnerId = '${outgoing.id}' AND (IsWon = true OR IsClosed = false)`,
    )
  return rows.map((row) => ({ outgoing, row }))
}

const PEOPLE_COUNT = 1e12
const WON_COUNTS = 1e15

/** A deal with people is worth showing, a won one more so, then the larger one. */
function worth(row: Row): number {
  const people = row['OpportunityContactRoles']
  const amount = typeof row['Amount'] === 'number' ? row['Amount'] : 0
  return (row['IsWon'] === true ? WON_COUNTS : 0) + (people ? PEOPLE_COUNT : 0) + amount
}

/** Smaller is better: sees the deal, is on its team, is no manager, owns few deals. */
function fitness(org: Org, { outgoing, row }: Scene, user: Member): number {
  const id = String(row['Id'])
  const seen = org.as(user.id).query(`SELECT Id FROM Opportunity WHERE Id = '${id}'`).length > 0
  const onTeam = teamOf(org, outgoing, id).has(user.id)
  const owned = dealsOf(org, user).length
  return (
    (seen ? 0 : 10_000_000) +
    (onTeam ? 0 : 1_000_000) +
    (holds(user, 'seguemanager') ? 100_000 : 0) +
    owned
  )
}

function teamOf(org: Org, outgoing: Member, opportunityId: string): ReadonlySet<unknown> {
  const desk = org.as(outgoing.id)
  if (!desk.describe('OpportunityTeamMember')) return new Set()
  const rows = desk.query(
    `SELECT UserId FROM OpportunityTeamMember WHERE OpportunityId = '${opportunityId}'`,
  )
  return new Set(rows.map((row) => row['UserId']))
}

function isAdmin(user: Member): boolean {
  return user.isAdmin ?? user.profile === 'System Administrator'
}

/** Folders may name a permission set by its label or its API name. */
function holds(user: Member, name: string): boolean {
  return user.permissionSets.some((one) => one.toLowerCase().replaceAll(/[^a-z]/g, '') === name)
}
