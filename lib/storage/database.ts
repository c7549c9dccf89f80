import { type DBCoreTable, Dexie, type EntityTable, type Table } from 'dexie'
import type { Draft } from '#lib/handoff/draft.ts'
import { StorageError } from './storage-error.ts'

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

/** A transcript, pasted text or link that belongs to a draft. Parsed when it is read. */
export interface SourceRow extends Owner {
  readonly id: string
  readonly draftKey: string
  readonly opportunityId: string
  readonly opportunityName: string
  readonly addedAt: string
  /** ISO 8601; empty while it is there. */
  readonly removedAt: string
  readonly source: unknown
}

/** What this database says of itself, such as which one it is. */
export interface AboutRow {
  readonly key: string
  readonly value: string
}

/** The newest version this build knows. A new table or index raises it and gets a line below. */
export const schemaVersion = 3

/** The extension's database. It belongs to the worker: no other place opens it. */
export class SegueDatabase extends Dexie {
  declare readonly drafts: Table<Draft, [string, string, string]>
  declare readonly trash: EntityTable<TrashRow, 'key'>
  declare readonly outbox: EntityTable<OutboxRow, 'operationKey'>
  declare readonly cache: Table<CacheRow, [string, string, string]>
  declare readonly sources: EntityTable<SourceRow, 'id'>
  declare readonly about: EntityTable<AboutRow, 'key'>

  /** Set when a newer build has written this database: what we do not understand is not written over. */
  isReadOnly = false

  /** The tables that hold what belongs to somebody: all but what the database says of itself. */
  get tablesOfUsers(): Table[] {
    return this.tables.filter(({ name }) => name !== 'about')
  }

  constructor(name: string, options: { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange }) {
    // Strict: a transaction is complete only when it is on the disk, which is what "Saved" promises.
    super(name, { chromeTransactionDurability: 'strict', ...options })
    this.version(1).stores({
      drafts: '[orgId+userId+opportunityId], &key, [orgId+userId]',
      trash: 'key, discardedAt',
      outbox: 'operationKey, opportunityId, state, [orgId+userId], nextAttemptAt, position',
      cache: '[orgId+userId+about], [orgId+userId]',
    })
    // Versions only add, so that an older build can still read what a newer one has kept.
    this.version(2).stores({
      drafts: '[orgId+userId+opportunityId], &key, [orgId+userId], [key+revision]',
      about: 'key',
    })
    this.version(schemaVersion).stores({ sources: 'id, draftKey, [orgId+userId]' })
    this.use({
      stack: 'dbcore',
      name: 'read-only',
      create: (core) => ({ ...core, table: (table) => guarded(core.table(table), this) }),
    })
  }
}

function guarded(table: DBCoreTable, database: { readonly isReadOnly: boolean }): DBCoreTable {
  return {
    ...table,
    mutate: (request) => {
      if (database.isReadOnly)
        return Promise.reject(new StorageError('newer', 'A newer Segue has written here.'))
      return table.mutate(request)
    },
  }
}

/** Opens the extension's database. */
export function openDatabase(name = 'segue'): SegueDatabase {
  return new SegueDatabase(name, {})
}
