import { Dexie, type EntityTable, type Table } from 'dexie'
import type { Draft } from '#lib/handoff/draft.ts'

/** Whose data it is: rows of another user or org are never read. */
export interface Owner {
  readonly orgId: string
  readonly userId: string
}

/** A draft that was discarded and can still be brought back. */
export interface TrashRow {
  readonly key: string
  readonly draft: Draft
  readonly discardedAt: string
}

/** Something that Salesforce said, kept so that the next look is immediate. `value` is parsed when it is read. */
export interface CacheRow extends Owner {
  readonly about: string
  readonly value: unknown
  readonly readAt: string
}

/** An operation on its way to Salesforce. What it says of itself is parsed when it is read. */
export interface OutboxRow extends Owner {
  readonly operationKey: string
  readonly opportunityId: string
  readonly state: string
  /** ISO 8601; empty when it is not to be sent by itself. */
  readonly nextAttemptAt: string
  /** When it was made, or settled. ISO 8601. */
  readonly changedAt: string
  /** Raised by one for each new operation: the order in which they were made. */
  readonly position: number
  readonly value: unknown
}

/** The extension's database. It belongs to the worker: no other place opens it. */
export class SegueDatabase extends Dexie {
  declare readonly drafts: Table<Draft, [string, string, string]>
  declare readonly trash: EntityTable<TrashRow, 'key'>
  declare readonly outbox: EntityTable<OutboxRow, 'operationKey'>
  declare readonly cache: Table<CacheRow, [string, string, string]>

  constructor(name: string, options: { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange }) {
    // Strict: a transaction is complete only when it is on the disk, which is what "Saved" promises.
    super(name, { chromeTransactionDurability: 'strict', ...options })
    this.version(1).stores({
      drafts: '[orgId+userId+opportunityId], &key, [orgId+userId]',
      trash: 'key, discardedAt',
      outbox: 'operationKey, opportunityId, state, [orgId+userId], nextAttemptAt, position',
      cache: '[orgId+userId+about], [orgId+userId]',
    })
  }
}

/** Opens the extension's database. */
export function openDatabase(name = 'segue'): SegueDatabase {
  return new SegueDatabase(name, {})
}
