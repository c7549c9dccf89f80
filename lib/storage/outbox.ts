import type { Draft } from '#lib/handoff/draft.ts'
import type { OutboxRow, Owner, SegueDatabase } from './database.ts'

/** An operation to be put into the outbox; its place in the order is given by the store. */
export type NewOutboxRow = Omit<OutboxRow, 'position'>

/** The operations on their way to Salesforce. Every change is on the disk when it returns. */
export function createOutboxStore(database: SegueDatabase) {
  return {
    /** Adds an operation that was made of no draft, in the place of those with these keys. False when it is there already. */
    add: (row: NewOutboxRow, inPlaceOf?: readonly string[]) => add(database, row, inPlaceOf),
    /**
     * Turns a draft into an operation: both tables change, or neither does. False when the draft is gone or
     * is no longer at this revision.
     */
    addInPlaceOf: (draft: Pick<Draft, 'key' | 'revision'>, row: NewOutboxRow) =>
      addInPlaceOf(database, draft, row),
    /** Turns an operation back into the draft it was made of. False when it is gone or another draft has taken its place. */
    returnToDraft: (operationKey: string, draft: Draft) =>
      returnToDraft(database, operationKey, draft),
    /** The operation with this key. */
    get: async (operationKey: string) => database.outbox.get(operationKey),
    /** All operations in the order in which they were made. */
    all: async () => database.outbox.orderBy('position').toArray(),
    /** A user's operations in the order in which they were made. */
    of: async ({ orgId, userId }: Owner) =>
      database.outbox.where({ orgId, userId }).sortBy('position'),
    /** Changes an operation in one transaction with reading it; returns it as it is now. */
    change: (operationKey: string, change: (row: OutboxRow) => OutboxRow) =>
      changeRow(database, operationKey, change),
    /** Forgets an operation. */
    remove: async (operationKey: string) => database.outbox.delete(operationKey),
  }
}
export type OutboxStore = ReturnType<typeof createOutboxStore>

async function nextPosition(database: SegueDatabase): Promise<number> {
  const last = await database.outbox.orderBy('position').last()
  return (last?.position ?? 0) + 1
}

function add(
  database: SegueDatabase,
  row: NewOutboxRow,
  inPlaceOf: readonly string[] = [],
): Promise<boolean> {
  return database.transaction('rw', database.outbox, async () => {
    await database.outbox.bulkDelete([...inPlaceOf])
    if (await database.outbox.get(row.operationKey)) return false
    await database.outbox.add({ ...row, position: await nextPosition(database) })
    return true
  })
}

function addInPlaceOf(
  database: SegueDatabase,
  { key, revision }: Pick<Draft, 'key' | 'revision'>,
  row: NewOutboxRow,
): Promise<boolean> {
  return database.transaction('rw', database.drafts, database.outbox, async () => {
    const draft = await database.drafts.get({ key })
    if (draft?.revision !== revision) return false
    await database.outbox.add({ ...row, position: await nextPosition(database) })
    await database.drafts.where({ key }).delete()
    return true
  })
}

function returnToDraft(
  database: SegueDatabase,
  operationKey: string,
  draft: Draft,
): Promise<boolean> {
  return database.transaction('rw', database.drafts, database.outbox, async () => {
    const { orgId, userId, opportunityId } = draft
    const present = await database.drafts.get([orgId, userId, opportunityId])
    if (present || !(await database.outbox.get(operationKey))) return false
    await database.drafts.add({ ...draft, revision: draft.revision + 1 })
    await database.outbox.delete(operationKey)
    return true
  })
}

function changeRow(
  database: SegueDatabase,
  operationKey: string,
  change: (row: OutboxRow) => OutboxRow,
): Promise<OutboxRow | undefined> {
  return database.transaction('rw', database.outbox, async () => {
    const row = await database.outbox.get(operationKey)
    if (!row) return undefined
    const changed = change(row)
    await database.outbox.put(changed)
    return changed
  })
}
