import type { Draft } from '#lib/handoff/draft.ts'
import type { OutboxRow, Owner, SegueDatabase } from './database.ts'
import { copiesAreLeft } from './forgetting.ts'
import type { IndexEntry, Journal } from './journal.ts'
import { madeOf, type Slot, slotKeyOf } from './slots.ts'

/** Whose it is, and the name of its deal. */
export interface RestoredDeal extends Owner {
  readonly name: string
}

/** What was brought back from the journal, for the user to read. */
export interface Restored {
  readonly drafts: readonly RestoredDeal[]
  readonly operations: readonly RestoredDeal[]
  /** Copies that are damaged themselves. */
  readonly lost: number
}

/** How an operation goes on whose row was lost: nobody knows how far it had come. */
export type Revive = (row: OutboxRow) => OutboxRow

interface Recovery {
  readonly database: SegueDatabase
  readonly journal: Journal
  readonly revive: Revive
  /** Hears of what will be brought back. Told first: a worker killed in between tells it again, instead of never. */
  readonly tell: (what: Restored) => Promise<void>
}

/** Brings back what the journal has and the database has lost, and notes what only the database has. */
export async function recover({ database, journal, revive, tell }: Recovery): Promise<Restored> {
  const [index, held] = await Promise.all([journal.index(), holdings(database)])
  const lost = [...index].filter(([key, entry]) => isLost(key, entry, held)).map(([key]) => key)
  const copies = await journal.read(lost)
  const slots = [...copies.values()]
  const restored = {
    drafts: slots.flatMap((slot) =>
      slot.kind === 'draft' ? [restoredDeal(slot.draft, slot.draft.opportunityName)] : [],
    ),
    operations: slots.flatMap((slot) =>
      slot.kind === 'operation' ? [restoredDeal(slot.row, nameIn(slot.row))] : [],
    ),
    lost: lost.length - copies.size,
  }
  if (lost.length > 0) await tell(restored)
  for (const slot of slots) await bringBack(database, slot, revive)
  for (const key of index.keys()) if (isOver(key, held) && !copies.has(key)) journal.forget(key)
  // What is damaged has been told of: it would be told of again whenever the browser starts.
  for (const key of lost) if (!copies.has(key)) journal.forget(key)
  await noteUnknown({ database, journal }, { index, held })
  return restored
}

/** Forgets every copy of what the database does not have: the user wants it forgotten everywhere. */
export async function forgetCopies({
  database,
  journal,
}: Pick<Recovery, 'database' | 'journal'>): Promise<void> {
  await journal.settled()
  const [index, held] = await Promise.all([journal.index(), holdings(database)])
  const alive = new Set([...held.drafts.keys(), ...held.operations.map(slotKeyOf)])
  for (const key of index.keys()) if (!alive.has(key)) journal.forget(key)
  await journal.settled()
  await database.about.delete(copiesAreLeft)
}

/** What the database holds. */
interface Holdings {
  /** How far each draft is, by its key. */
  readonly drafts: ReadonlyMap<string, number>
  readonly operations: readonly OutboxRow[]
  readonly trash: ReadonlySet<string>
}

async function holdings(database: SegueDatabase): Promise<Holdings> {
  const [pairs, operations, trash] = await Promise.all([
    // Keys only: thousands of drafts are not read to learn how far they are.
    database.drafts.orderBy('[key+revision]').keys(),
    database.outbox.orderBy('position').toArray(),
    database.trash.toCollection().primaryKeys(),
  ])
  const drafts = new Map<string, number>()
  for (const pair of pairs) {
    const [key, revision] = Array.isArray(pair) ? pair : []
    if (typeof key === 'string' && typeof revision === 'number') drafts.set(key, revision)
  }
  return { drafts, operations, trash: new Set(trash) }
}

/** Whether the database has less than this copy. A database that is ahead is right: copies are made after it. */
function isLost(key: string, entry: IndexEntry, held: Holdings): boolean {
  const { kind, revision, operationKey } = entry
  const present = held.drafts.get(key)
  if (kind === 'draft') {
    if (present !== undefined) return present < revision
    return !held.trash.has(key) && !madeFrom(held, key).some((at) => at >= revision)
  }
  if (held.operations.some((row) => row.operationKey === operationKey)) return false
  // An operation is newer than the draft it was made of, and older than the one it was turned back into.
  return present === undefined ? !held.trash.has(key) : present <= revision
}

/** The revisions at which a draft was turned into operations. */
function madeFrom({ operations }: Holdings, key: string): readonly number[] {
  return operations.flatMap((row) => {
    const made = madeOf(row)
    return made?.key === key ? [made.revision] : []
  })
}

/** Whether there is nothing left to keep a copy of: it was thrown away, or is in Salesforce. */
function isOver(key: string, { drafts, operations, trash }: Holdings): boolean {
  if (drafts.has(key)) return false
  const own = operations.filter((row) => slotKeyOf(row) === key)
  return trash.has(key) || (own.length > 0 && own.every(({ state }) => state === 'sent'))
}

function bringBack(database: SegueDatabase, slot: Slot, revive: Revive): Promise<void> {
  const { drafts, outbox, trash } = database
  return database.transaction('rw', drafts, outbox, trash, async () => {
    if (slot.kind === 'draft') return bringBackDraft(database, slot.draft)
    const { row } = slot
    const made = madeOf(row)
    if (made) await drafts.where({ key: made.key }).delete()
    await outbox.put(revive(row))
  })
}

/** A draft that was begun since for the same deal stays; the older one is then found in the trash. */
async function bringBackDraft({ drafts, trash }: SegueDatabase, draft: Draft): Promise<void> {
  const { orgId, userId, opportunityId, key } = draft
  const present = await drafts.get([orgId, userId, opportunityId])
  if (present && present.key !== key) {
    await trash.put({ key, draft, discardedAt: draft.updatedAt })
    return
  }
  await drafts.put(draft)
}

interface Known {
  readonly index: ReadonlyMap<string, IndexEntry>
  readonly held: Holdings
}

/** Copies what the journal does not know: it may have been cut off after the database had written. */
async function noteUnknown(
  { database, journal }: Pick<Recovery, 'database' | 'journal'>,
  { index, held }: Known,
): Promise<void> {
  const behind = [...held.drafts].filter(([key, revision]) => {
    const known = index.get(key)
    return !known || known.revision < revision
  })
  const drafts = await database.drafts
    .where('key')
    .anyOf(behind.map(([key]) => key))
    .toArray()
  for (const draft of drafts) journal.note(draft.key, { kind: 'draft', draft })
  for (const row of held.operations) {
    const isKnown = index.get(slotKeyOf(row))?.operationKey === row.operationKey
    if (row.state !== 'sent' && !isKnown) journal.note(slotKeyOf(row), { kind: 'operation', row })
  }
}

function restoredDeal({ orgId, userId }: Owner, name: string): RestoredDeal {
  return { orgId, userId, name }
}

function nameIn({ value }: OutboxRow): string {
  const hasName = typeof value === 'object' && value !== null && 'opportunityName' in value
  return hasName && typeof value.opportunityName === 'string' ? value.opportunityName : ''
}
