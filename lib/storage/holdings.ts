import { isRecord } from './is-record.ts'
import type { Owner, SegueDatabase } from './database.ts'

/** What this computer holds about one deal of a user. */
export interface HeldDeal {
  readonly opportunityId: string
  readonly name: string
  /** The customer; empty when only the deal itself is known here. */
  readonly accountName: string
  /** Drafts, those in the trash included. */
  readonly drafts: number
  /** Operations that Salesforce does not have yet. */
  readonly waiting: number
}

/** What this computer holds: the deals of one user by name, and how many rows belong to anybody else. */
export interface Holdings {
  /** False while nobody is known to be signed in: then nobody knows what belongs to others. */
  readonly isSignedIn: boolean
  readonly deals: readonly HeldDeal[]
  readonly others: number
}

/** Everything in the database, by table. */
type Rows = Readonly<Record<string, readonly unknown[]>>

/** What this computer holds for a user; null when nobody is known to be signed in. */
export async function holdingsOf(database: SegueDatabase, owner: Owner | null): Promise<Holdings> {
  if (owner === null) return { isSignedIn: false, deals: [], others: 0 }
  const rows = await everyRow(database)
  const own = Object.values(rows).flatMap((each) => each.filter((row) => belongsTo(row, owner)))
  const all = Object.values(rows).reduce((count, each) => count + each.length, 0)
  return { isSignedIn: true, deals: dealsOf(own), others: all - own.length }
}

async function everyRow(database: SegueDatabase): Promise<Rows> {
  const entries = database.tablesOfUsers.map(async (table): Promise<[string, unknown[]]> => [
    table.name,
    await table.toArray(),
  ])
  return Object.fromEntries(await Promise.all(entries))
}

/** A row says whose it is, or holds a draft that does. */
export function belongsTo(row: unknown, owner: Owner): boolean {
  const { orgId, userId } = ownerOf(row) ?? {}
  return orgId === owner.orgId && userId === owner.userId
}

function ownerOf(row: unknown): Partial<Owner> | null {
  if (!isRecord(row)) return null
  const { orgId, userId, draft } = row
  if (typeof orgId === 'string' && typeof userId === 'string') return { orgId, userId }
  return draft === undefined ? null : ownerOf(draft)
}

function dealsOf(rows: readonly unknown[]): readonly HeldDeal[] {
  const deals = new Map<string, HeldDeal>()
  for (const row of rows)
    for (const found of dealsIn(row)) {
      const known = deals.get(found.opportunityId)
      deals.set(found.opportunityId, known ? joined(known, found) : found)
    }
  return [...deals.values()].toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))
}

const nameOf = ({ accountName, name }: HeldDeal) => `${accountName} ${name}`

function joined(a: HeldDeal, b: HeldDeal): HeldDeal {
  return {
    opportunityId: a.opportunityId,
    name: a.name || b.name,
    accountName: a.accountName || b.accountName,
    drafts: a.drafts + b.drafts,
    waiting: a.waiting + b.waiting,
  }
}

/** The deals that a row is about: a draft's or an operation's one, or those that a copy of Salesforce's words names. */
function dealsIn(value: unknown): readonly HeldDeal[] {
  if (Array.isArray(value)) return value.flatMap(dealsIn)
  if (!isRecord(value)) return []
  const own = typeof value['opportunityId'] === 'string' ? [heldDeal(value)] : []
  const { plan: _plan, answers: _answers, draft, ...others } = value
  // An operation keeps the draft it was made of: that is one thing, not two.
  const inside = own.length > 0 ? [] : draft === undefined ? Object.values(others) : [draft]
  return [...own, ...inside.flatMap(dealsIn)]
}

function text(...found: readonly unknown[]): string {
  return found.find((each) => typeof each === 'string') ?? ''
}

function heldDeal(value: Readonly<Record<string, unknown>>): HeldDeal {
  const { opportunityId, opportunityName, name, accountName, answers, state } = value
  const inner = isRecord(value['value']) ? value['value'] : {}
  return {
    opportunityId: text(opportunityId),
    name: text(opportunityName, inner['opportunityName'], name),
    accountName: text(accountName),
    drafts: answers === undefined ? 0 : 1,
    waiting: typeof state === 'string' && 'operationKey' in value && state !== 'sent' ? 1 : 0,
  }
}
