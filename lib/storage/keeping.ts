import { type Cache, createCache } from './cache.ts'
import { schemaVersion, type SegueDatabase } from './database.ts'
import { createDrafts, type Drafts } from './drafts.ts'
import { copiesAreLeft } from './forgetting.ts'
import { createJournal, type Journal, type JournalArea } from './journal.ts'
import { journaledDrafts, journaledOutbox } from './journaled.ts'
import { createOutboxStore, type OutboxStore } from './outbox.ts'
import { forgetCopies, recover, type Restored, type Revive } from './recovery.ts'
import { createReserve } from './reserve.ts'

/** How this computer keeps things: as usual; only reading what a newer version wrote; or without its database. */
export type StorageMode = 'usual' | 'read-only' | 'reserve'

/** What was found when the storage was opened. */
export interface Opening {
  readonly mode: StorageMode
  /** Why it is not as usual; empty when it is. */
  readonly because: string
  /** What had to be brought back from the journal. */
  readonly restored: Restored
}

/** Everything that keeping depends on. */
export interface KeepingPorts {
  readonly database: SegueDatabase
  readonly journal: JournalArea
  readonly newKey: () => string
  /** Loaded when something has to be brought back. */
  readonly loadRevive: () => Promise<Revive>
  /** Whether the journal was compared since the browser started; only then a database can be damaged. */
  readonly isCompared: () => Promise<boolean>
  readonly noteCompared: () => Promise<void>
  /** Hears of what is about to be brought back. */
  readonly restored: (what: Restored) => Promise<void>
}

interface Stores {
  readonly drafts: Drafts
  readonly outbox: OutboxStore
  readonly cache: Cache
}

/** The stores of this computer. Each call waits until the storage is open and its losses are made good. */
export function createKeeping(ports: KeepingPorts) {
  const journal = createJournal(ports.journal)
  let opening: Promise<Opening & { readonly stores: Stores }> | null = null
  let { isCompared } = ports
  const openNow = () => open({ ...ports, isCompared }, journal)
  const opened = () => (opening ??= openNow())
  // The browser closes a database that is deleted, damaged or changed by a newer version: then nothing of it is
  // taken for granted. One that does not open at all closes too, and stays as it was found.
  ports.database.on('close', () => {
    if (!ports.database.isOpen()) return
    isCompared = async () => false
    opening = null
  })
  const usual = storesOf(ports.database, journal)
  return {
    drafts: late(usual.drafts, async () => (await opened()).stores.drafts),
    outbox: late(usual.outbox, async () => (await opened()).stores.outbox),
    cache: late(usual.cache, async () => (await opened()).stores.cache),
    /** What was found when the storage was opened. */
    opened: async (): Promise<Opening> => opened(),
    /** Tries the database again after it could not be opened. */
    reopen: async (): Promise<Opening> => {
      if (opening && (await opening).mode !== 'reserve') return opening
      ports.database.close({ disableAutoOpen: false })
      opening = openNow()
      return opening
    },
    /** Forgets the copies of what the database no longer has, because the user wants it forgotten. */
    forgetCopies: async (): Promise<void> => {
      if ((await opened()).mode === 'usual') await forgetCopies({ ...ports, journal })
    },
    /** Resolves when no copy is being written. */
    settled: () => journal.settled(),
  }
}
export type Keeping = ReturnType<typeof createKeeping>

function storesOf(database: SegueDatabase, journal: Journal): Stores {
  return {
    drafts: journaledDrafts(createDrafts(database), journal),
    outbox: journaledOutbox(createOutboxStore(database), journal),
    cache: createCache(database),
  }
}

/** The same methods, each on what `ready` resolves to. */
function late<Methods extends object>(like: Methods, ready: () => Promise<object>): Methods {
  return new Proxy(like, {
    get:
      (_, name) =>
      async (...given: unknown[]) => {
        const methods = await ready()
        return Reflect.apply(Reflect.get(methods, name), methods, given)
      },
  })
}

const nothing: Restored = { drafts: [], operations: [], lost: 0 }

async function open(
  ports: KeepingPorts,
  journal: Journal,
): Promise<Opening & { readonly stores: Stores }> {
  const { database } = ports
  try {
    await database.open()
    const found = database.backendDB().version / 10
    const stores = storesOf(database, journal)
    database.isReadOnly = found > schemaVersion
    if (database.isReadOnly)
      return { mode: 'read-only', because: `version ${found}`, restored: nothing, stores }
    return { mode: 'usual', because: '', restored: await compared(ports, journal), stores }
  } catch (error) {
    const because = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'
    const slots = await journal.read([...(await journal.index()).keys()])
    const stores = createReserve(slots.values(), journal.keep)
    return { mode: 'reserve', because, restored: nothing, stores }
  }
}

/** Compares with the journal when this is another database than before, or the browser has just started. */
async function compared(ports: KeepingPorts, journal: Journal): Promise<Restored> {
  const { database, newKey } = ports
  const [[own, areLeft], noted, isCompared] = await Promise.all([
    database.about.bulkGet(['generation', copiesAreLeft]),
    journal.generation(),
    ports.isCompared(),
  ])
  // Whoever was killed over forgetting them leaves that to the next one: nothing may come back from them.
  if (areLeft) await forgetCopies({ database, journal })
  const isSame = own !== undefined && own.value === noted
  if (isSame && isCompared) return nothing
  const revive = await ports.loadRevive()
  // Words that cannot be kept are no reason to do without the database.
  const tell = (what: Restored) => ports.restored(what).catch(() => undefined)
  const restored = await recover({ database, journal, revive, tell })
  if (!isSame) {
    const value = own?.value ?? newKey()
    await database.about.put({ key: 'generation', value })
    await journal.belongTo(value)
  }
  await ports.noteCompared()
  return restored
}
