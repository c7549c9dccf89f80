import * as z from 'zod/mini'
import { type Slot, slotIn, standingOf, storedSlot } from './slots.ts'

/** A second place on this computer, apart from the database: `chrome.storage.local`. */
export interface JournalArea {
  readonly get: (keys: string[]) => Promise<Record<string, unknown>>
  /** All of it or nothing. */
  readonly set: (items: Record<string, unknown>) => Promise<void>
  readonly remove: (keys: string[]) => Promise<void>
}

const indexSchema = z.record(
  z.string(),
  z.object({
    kind: z.enum(['draft', 'operation']),
    revision: z.number(),
    /** The operation's own key; a draft has none. */
    operationKey: z.string(),
  }),
)
type Index = z.infer<typeof indexSchema>
export type IndexEntry = Index[string]

const generation = 'journal:generation'
const slotAt = (key: string) => `journal:slot:${key}`

/** The index lies in pieces, so that noting one draft does not write about all of them. */
const pieces = Array.from({ length: 16 }, (_, at) => `journal:index:${at}`)

function pieceOf(key: string): string {
  let sum = 0
  for (const character of key) sum += character.codePointAt(0) ?? 0
  return `journal:index:${sum % pieces.length}`
}

/**
 * The last good copy of every draft and of every operation that is not in Salesforce yet, beside the
 * database: Chromium replaces a damaged database by an empty one without a word.
 */
export function createJournal(area: JournalArea) {
  const pending = new Map<string, Slot | null>()
  let writing: Promise<void> | null = null

  /** One write at a time; what comes meanwhile goes with the next. */
  const write = async (): Promise<void> => {
    while (pending.size > 0) {
      const changes = new Map(pending)
      pending.clear()
      await writeAll(area, changes)
    }
  }
  const begin = (): Promise<void> => (writing ??= write().finally(() => (writing = null)))
  const put = (key: string, slot: Slot | null) => {
    pending.set(key, slot)
    // A copy that could not be kept is made good by the next one; the database has it meanwhile.
    begin().catch(() => undefined)
  }
  return {
    /** Keeps a copy, in the place of the one before it. */
    note: (key: string, slot: Slot) => put(key, slot),
    /** Forgets the copy of something that was thrown away or is in Salesforce. */
    forget: (key: string) => put(key, null),
    /** Keeps a copy and returns when it is on the disk. Throws when it could not be kept. */
    keep: (key: string, slot: Slot | null) => {
      pending.set(key, slot)
      return begin().then(begin)
    },
    /** Resolves when nothing is being written any more. */
    settled: async (): Promise<void> => {
      await writing?.catch(() => undefined)
    },
    /** What there are copies of. */
    index: async (): Promise<ReadonlyMap<string, IndexEntry>> =>
      new Map(Object.values(await area.get(pieces)).flatMap((piece) => entriesIn(piece))),
    /** The copies with these keys, as far as they are whole. */
    read: (keys: readonly string[]) => readSlots(area, keys),
    /** Which database these copies belong to. */
    generation: async (): Promise<string | null> =>
      z.string().safeParse((await area.get([generation]))[generation]).data ?? null,
    /** Says which database these copies belong to from now on. */
    belongTo: (name: string) => area.set({ [generation]: name }),
  }
}
export type Journal = ReturnType<typeof createJournal>

function entriesIn(piece: unknown): readonly [string, IndexEntry][] {
  return Object.entries(indexSchema.safeParse(piece).data ?? {})
}

async function writeAll(area: JournalArea, changes: ReadonlyMap<string, Slot | null>) {
  const touched = [...new Set([...changes.keys()].map(pieceOf))]
  const index = await area.get(touched)
  const items: Record<string, unknown> = {}
  for (const piece of touched) items[piece] = withChanges(index[piece], piece, changes)
  for (const [key, slot] of changes) if (slot) items[slotAt(key)] = await storedSlot(slot)
  await area.set(items)
  const gone = [...changes].flatMap(([key, slot]) => (slot ? [] : [slotAt(key)]))
  if (gone.length > 0) await area.remove(gone)
}

function withChanges(
  stored: unknown,
  piece: string,
  changes: ReadonlyMap<string, Slot | null>,
): Index {
  const index = new Map(entriesIn(stored))
  for (const [key, slot] of changes) {
    if (pieceOf(key) !== piece) continue
    if (slot) index.set(key, standingOf(slot))
    else index.delete(key)
  }
  return Object.fromEntries(index)
}

async function readSlots(
  area: JournalArea,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Slot>> {
  const stored = await area.get(keys.map(slotAt))
  const slots = new Map<string, Slot>()
  for (const key of keys) {
    const slot = await slotIn(stored[slotAt(key)])
    if (slot) slots.set(key, slot)
  }
  return slots
}
