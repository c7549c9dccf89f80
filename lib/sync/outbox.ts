import type { Draft } from '#lib/handoff/draft.ts'
import type { Gateway } from '#lib/salesforce/gateway.ts'
import type { Saved } from '#lib/salesforce/saved.ts'
import type { NewOutboxRow, OutboxStore } from '#lib/storage/outbox.ts'
import type { OutboxRow, Owner } from '#lib/storage/database.ts'
import { type Entry, entrySchema, isSettled } from './entry.ts'
import type { Change } from './next-state.ts'

/** Everything that sending depends on. */
export interface OutboxPorts {
  readonly store: OutboxStore
  readonly gateway: Pick<Gateway, 'identity' | 'write' | 'settle' | 'dealNow'>
  /** ISO 8601. */
  readonly now: () => string
  /** A number from 0 up to 1. */
  readonly random: () => number
  /** Does the work while nobody else in the browser does it. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
  /** Called after each change of an entry is on the disk. */
  readonly changed: (entry: Entry) => void
  /** Called when an operation has been carried out, with what Salesforce holds now, where that was read. */
  readonly done: (entry: Entry, saved: Saved | null) => Promise<void>
  /** Asks to be run again at this time (milliseconds since 1970), also if this worker is killed; null: not again. */
  readonly wakeAt: (time: number | null) => Promise<void>
}

/** The entry in a row; null when a version that we do not understand has written it. */
export function entryIn(row: OutboxRow | undefined): Entry | null {
  return row === undefined ? null : (entrySchema.safeParse(row.value).data ?? null)
}

/** The row that holds an entry, with what is looked for beside it. */
export function rowOf(entry: Entry): NewOutboxRow {
  const { operationKey, opportunityId, orgId, userId, state, nextAttemptAt } = entry
  return {
    operationKey,
    opportunityId,
    orgId,
    userId,
    state,
    nextAttemptAt: nextAttemptAt ?? '',
    changedAt: entry.settledAt ?? entry.createdAt,
    value: entry,
  }
}

/**
 * Puts an operation on its way, in the place of a draft or of operations by their keys. False when the draft has changed
 * meanwhile, or the same operation is on its way already.
 */
export async function enqueue(
  { store, changed }: OutboxPorts,
  entry: Entry,
  inPlaceOf: Pick<Draft, 'key' | 'revision'> | readonly string[] | null,
): Promise<boolean> {
  const row = rowOf(entry)
  const isAdded =
    inPlaceOf && 'revision' in inPlaceOf
      ? await store.addInPlaceOf(inPlaceOf, row)
      : await store.add(row, inPlaceOf ?? [])
  if (isAdded) changed(entry)
  return isAdded
}

/** Stores what has become of an entry and tells it. Null when it is gone. */
export async function record(
  { store, changed }: OutboxPorts,
  operationKey: string,
  change: (entry: Entry) => Change,
): Promise<Entry | null> {
  const row = await store.change(operationKey, (before) => {
    const entry = entryIn(before)
    return entry ? { ...before, ...rowOf({ ...entry, ...change(entry) }) } : before
  })
  const entry = entryIn(row)
  if (entry) changed(entry)
  return entry
}

/** All entries of a user in the order in which they were made. */
export async function entriesOf({ store }: Pick<OutboxPorts, 'store'>, owner: Owner) {
  return (await store.of(owner)).flatMap((row) => entryIn(row) ?? [])
}

/** All entries in the order in which they were made. */
export async function allEntries({ store }: Pick<OutboxPorts, 'store'>): Promise<readonly Entry[]> {
  return (await store.all()).flatMap((row) => entryIn(row) ?? [])
}

/** The first unfinished entry of each user about each opportunity: those behind it wait, because they build on it. */
export function heads(entries: readonly Entry[]): readonly Entry[] {
  const unfinished = entries.filter((entry) => !isSettled(entry))
  return firstOfEach(
    unfinished,
    ({ orgId, userId, opportunityId }) => `${orgId} ${userId} ${opportunityId}`,
  )
}

/** The first entry of each kind, in their order. */
export function firstOfEach(
  entries: readonly Entry[],
  kindOf: (entry: Entry) => string,
): readonly Entry[] {
  const first = new Map<string, Entry>()
  for (const entry of entries) if (!first.has(kindOf(entry))) first.set(kindOf(entry), entry)
  return [...first.values()]
}

const recently = 60 * 60 * 1000

/** Tells surfaces where everything stands: the worker before this one may have been killed before it could. */
export async function tellAll({
  store,
  now,
  changed,
}: Pick<OutboxPorts, 'store' | 'now' | 'changed'>) {
  const since = Date.parse(now()) - recently
  for (const entry of await allEntries({ store })) {
    if (!isSettled(entry) || Date.parse(entry.settledAt ?? '') > since) changed(entry)
  }
}
