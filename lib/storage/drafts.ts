import { type Draft, draftSchema } from '#lib/handoff/draft.ts'
import type { Owner, SegueDatabase } from './database.ts'
import {
  answered,
  type AnswerChange,
  raised,
  type Rework,
  reworked,
  withRetyped,
} from './draft-changes.ts'
import type { Retyping } from '#lib/handoff/retype.ts'

/** The drafts on this computer. Every change is on the disk when it returns. */
export function createDrafts(database: SegueDatabase) {
  return {
    /** The user's draft for an opportunity, or null. */
    find: (owner: Owner, opportunityId: string) => find(database, owner, opportunityId),
    /** The draft with this key, or null. */
    get: (key: string) => get(database, key),
    /** All drafts of a user. */
    all: (owner: Owner) => all(database, owner),
    /** Stores a new draft, unless the user has one for this opportunity already; returns the one that is stored. */
    start: (draft: Draft) => start(database, draft),
    /** Puts one answer in; others that were given meanwhile in another tab stay. Null without such a draft. */
    answer: (change: AnswerChange, at: string) =>
      update(database, change.draftKey, (draft) => answered(draft, change, at)),
    /** Changes the text of one answer. Null without such a draft, and where something else is stored than was changed. */
    retype: (key: string, retyping: Retyping, at: string) =>
      update(database, key, (draft) => withRetyped(draft, retyping, at)),
    /** Changes parts of a draft in one transaction with reading it. Null without such a draft. */
    rework: (key: string, rework: Rework, at: string) =>
      update(database, key, (draft) => reworked(draft, rework, at)),
    /** Moves a draft to another opportunity; what the user had begun there goes to the trash. */
    move: (key: string, rework: Rework, at: string) => move(database, key, { rework, at }),
    /** Moves a draft to the trash; returns it, or null without such a draft. */
    discard: (key: string, at: string) => discard(database, key, at),
    /** Brings a draft back, from the trash or as it was handed out. Refuses to replace one that was started since. */
    restore: (draft: Draft) => restore(database, draft),
  }
}
export type Drafts = ReturnType<typeof createDrafts>

async function find(database: SegueDatabase, owner: Owner, opportunityId: string) {
  const row = await database.drafts.get([owner.orgId, owner.userId, opportunityId])
  return readable(row)
}

async function get(database: SegueDatabase, key: string): Promise<Draft | null> {
  return readable(await database.drafts.get({ key }))
}

async function all(database: SegueDatabase, { orgId, userId }: Owner): Promise<readonly Draft[]> {
  const rows = await database.drafts.where({ orgId, userId }).toArray()
  // One that another version has written hides none of the others.
  return rows.flatMap((row) => draftSchema.safeParse(row).data ?? [])
}

/** Stored rows are parsed like any other input: an older version may have written them. */
function readable(row: Draft | undefined): Draft | null {
  return row === undefined ? null : draftSchema.parse(row)
}

function start(database: SegueDatabase, draft: Draft): Promise<Draft> {
  return database.transaction('rw', database.drafts, async () => {
    const present = await find(database, draft, draft.opportunityId)
    if (present) return present
    await database.drafts.add(draft)
    return draft
  })
}

function update(
  database: SegueDatabase,
  key: string,
  change: (draft: Draft) => Draft | null,
): Promise<Draft | null> {
  return database.transaction('rw', database.drafts, async () => {
    const draft = await get(database, key)
    const changed = draft && change(draft)
    if (changed) await database.drafts.put(changed)
    return changed
  })
}

function discard(database: SegueDatabase, key: string, at: string): Promise<Draft | null> {
  return database.transaction('rw', database.drafts, database.trash, async () => {
    const draft = await get(database, key)
    if (!draft) return null
    await database.trash.put({ key, draft, discardedAt: at })
    await database.drafts.where({ key }).delete()
    return draft
  })
}

function restore(database: SegueDatabase, draft: Draft): Promise<Draft> {
  return database.transaction('rw', database.drafts, database.trash, async () => {
    const present = await find(database, draft, draft.opportunityId)
    if (present) return present
    const restored = raised(draft)
    await database.drafts.add(restored)
    await database.trash.delete(draft.key)
    return restored
  })
}

function move(
  database: SegueDatabase,
  key: string,
  { rework, at }: { readonly rework: Rework; readonly at: string },
): Promise<Draft | null> {
  return database.transaction('rw', database.drafts, database.trash, async () => {
    const draft = await get(database, key)
    if (!draft) return null
    const moved = reworked(draft, rework, at)
    const present = await find(database, moved, moved.opportunityId)
    if (present && present.key !== key) await discard(database, present.key, at)
    await database.drafts.where({ key }).delete()
    await database.drafts.add(moved)
    return moved
  })
}
