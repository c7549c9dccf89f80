import { type Draft, draftSchema } from '#lib/handoff/draft.ts'
import type { Cache } from './cache.ts'
import type { OutboxRow, Owner } from './database.ts'
import { answered, raised, reworked, withRetyped } from './draft-changes.ts'
import type { Drafts } from './drafts.ts'
import type { OutboxStore } from './outbox.ts'
import { type Slot, slotKeyOf } from './slots.ts'

/** Keeps one slot where it outlasts this worker; null forgets it. Throws when it could not be kept. */
export type KeepSlot = (key: string, slot: Slot | null) => Promise<void>

interface Shelves {
  readonly drafts: Map<string, Draft>
  readonly rows: Map<string, OutboxRow>
  readonly keep: KeepSlot
}

/**
 * Drafts and operations without a database: in memory, each change kept by `keep` before it returns. One
 * slot holds a draft or the operation in its place, so turning one into the other is one write.
 */
export function createReserve(slots: Iterable<Slot>, keep: KeepSlot) {
  const shelves: Shelves = { drafts: new Map(), rows: new Map(), keep }
  for (const slot of slots) {
    if (slot.kind === 'draft') shelves.drafts.set(slot.draft.key, slot.draft)
    else shelves.rows.set(slot.row.operationKey, slot.row)
  }
  return { drafts: draftsOn(shelves), outbox: outboxOn(shelves), cache: cacheInMemory() }
}
export type Reserve = ReturnType<typeof createReserve>

function isOf({ orgId, userId }: Owner) {
  return (row: Owner) => row.orgId === orgId && row.userId === userId
}

function draftFor({ drafts }: Shelves, owner: Owner, opportunityId: string): Draft | null {
  const own = [...drafts.values()].filter(isOf(owner))
  return own.find((draft) => draft.opportunityId === opportunityId) ?? null
}

/** The disk first: memory never says more than what is kept. */
async function putDraft({ drafts, keep }: Shelves, draft: Draft): Promise<Draft> {
  await keep(draft.key, { kind: 'draft', draft })
  drafts.set(draft.key, draft)
  return draft
}

async function change(shelves: Shelves, key: string, by: (draft: Draft) => Draft | null) {
  const draft = shelves.drafts.get(key)
  const changed = draft ? by(draft) : null
  return changed && putDraft(shelves, changed)
}

function draftsOn(shelves: Shelves): Drafts {
  const { drafts, keep } = shelves
  return {
    find: async (owner, opportunityId) => draftFor(shelves, owner, opportunityId),
    get: async (key) => drafts.get(key) ?? null,
    all: async (owner) => [...drafts.values()].filter(isOf(owner)),
    start: async (draft) =>
      draftFor(shelves, draft, draft.opportunityId) ?? (await putDraft(shelves, draft)),
    answer: (given, at) => change(shelves, given.draftKey, (draft) => answered(draft, given, at)),
    retype: (key, retyping, at) =>
      change(shelves, key, (draft) => withRetyped(draft, retyping, at)),
    rework: (key, rework, at) => change(shelves, key, (draft) => reworked(draft, rework, at)),
    move: async (key, rework, at) => {
      const draft = drafts.get(key)
      if (!draft) return null
      const moved = reworked(draft, rework, at)
      const present = draftFor(shelves, moved, moved.opportunityId)
      if (present && present.key !== key) {
        await keep(present.key, null)
        drafts.delete(present.key)
      }
      return putDraft(shelves, moved)
    },
    discard: async (key) => {
      const draft = drafts.get(key) ?? null
      if (draft) await keep(key, null)
      drafts.delete(key)
      return draft
    },
    restore: async (draft) =>
      draftFor(shelves, draft, draft.opportunityId) ??
      (await putDraft(shelves, raised(draftSchema.parse(draft)))),
  }
}

async function putRow({ rows, keep }: Shelves, row: OutboxRow): Promise<OutboxRow> {
  await keep(slotKeyOf(row), row.state === 'sent' ? null : { kind: 'operation', row })
  rows.set(row.operationKey, row)
  return row
}

function outboxOn(shelves: Shelves): OutboxStore {
  const { drafts, rows, keep } = shelves
  const inOrder = () => [...rows.values()].toSorted((a, b) => a.position - b.position)
  const next = () => Math.max(0, ...inOrder().map(({ position }) => position)) + 1
  const remove = async (operationKey: string) => {
    const row = rows.get(operationKey)
    if (row) await keep(slotKeyOf(row), null)
    rows.delete(operationKey)
  }
  return {
    add: async (row, inPlaceOf = []) => {
      const { operationKey } = row
      if (rows.has(operationKey) && !inPlaceOf.includes(operationKey)) return false
      await putRow(shelves, { ...row, position: next() })
      for (const before of inPlaceOf) if (before !== operationKey) await remove(before)
      return true
    },
    addInPlaceOf: async ({ key, revision }, row) => {
      if (drafts.get(key)?.revision !== revision) return false
      await putRow(shelves, { ...row, position: next() })
      drafts.delete(key)
      return true
    },
    returnToDraft: async (operationKey, draft) => {
      if (draftFor(shelves, draft, draft.opportunityId) || !rows.has(operationKey)) return false
      await putDraft(shelves, raised(draft))
      rows.delete(operationKey)
      return true
    },
    get: async (operationKey) => rows.get(operationKey),
    all: async () => inOrder(),
    of: async (owner) => inOrder().filter(isOf(owner)),
    change: async (operationKey, by) => {
      const row = rows.get(operationKey)
      return row && putRow(shelves, by(row))
    },
    remove,
  }
}

const keyOf = ({ orgId, userId }: Owner, about: string) => `${orgId} ${userId} ${about}`

/** What Salesforce said can be asked again: it is kept while the worker lives. */
function cacheInMemory(): Cache {
  const kept = new Map<string, unknown>()
  return {
    read: async (owner, about) => kept.get(keyOf(owner, about)),
    readAll: async (owner, beginning) =>
      [...kept].flatMap(([key, value]) => (key.startsWith(keyOf(owner, beginning)) ? [value] : [])),
    endings: async (owner, beginning) => {
      const start = keyOf(owner, beginning)
      return [...kept.keys()].flatMap((key) =>
        key.startsWith(start) ? [key.slice(start.length)] : [],
      )
    },
    keep: async (owner, about, { value }) => void kept.set(keyOf(owner, about), value),
    forget: async (owner, about) => void kept.delete(keyOf(owner, about)),
    forgetOrg: async (org) => {
      for (const key of kept.keys()) if (key.startsWith(`${org} `)) kept.delete(key)
    },
  }
}
