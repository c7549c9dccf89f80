import * as z from 'zod/mini'
import type { Answering } from '#lib/messaging/router.ts'
import type { Caller } from '#lib/messaging/router.ts'
import type { StorageState } from '#lib/messaging/storage-requests.ts'
import type { Opening } from '#lib/storage/keeping.ts'
import { allEntries } from '#lib/sync/outbox.ts'
import { isSettled } from '#lib/sync/entry.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'

type StorageRequest = Extract<keyof Answering, `storage.${string}`>

/** What the worker answers about this computer's storage. */
export function storageAnswers(office: Office): Pick<Answering, StorageRequest> {
  const { keeping, ports } = office
  return {
    'storage.read': async (_, caller) => {
      await openStorage(office)
      return stateOf(office, await keeping.opened(), caller)
    },
    'storage.seen': async () => {
      await ports.settings.remove(unread)
      ports.announce({ fact: 'storage-changed' })
      return {}
    },
    'storage.retry': async (_, caller) => {
      await keeping.reopen()
      await openStorage(office)
      const state = await stateOf(office, await keeping.opened(), caller)
      ports.announce({ fact: 'storage-changed' })
      return state
    },
  }
}

/** Where it stands until the user has read it what was restored. */
const unread = 'restored'
const unreadSchema = z.object({ deals: z.array(z.string()), lost: z.number() })

async function readUnread({ ports }: Office) {
  return unreadSchema.safeParse(await ports.settings.get(unread)).data ?? { deals: [], lost: 0 }
}

/** What was noted for the user already: a storage may be opened again in the life of a worker. */
const noted = new WeakSet<object>()

/** Opens the storage, and keeps what had to be restored for the user to read. */
export async function openStorage(office: Office): Promise<void> {
  const { keeping, ports } = office
  const { restored } = await keeping.opened()
  const names = [...restored.drafts, ...restored.operations]
  if (noted.has(restored) || (names.length === 0 && restored.lost === 0)) return
  noted.add(restored)
  const { deals, lost } = await readUnread(office)
  const all = [...new Set([...deals, ...names])]
  await ports.settings.set(unread, { deals: all, lost: lost + restored.lost })
  ports.announce({ fact: 'storage-changed' })
}

async function stateOf(
  office: Office,
  { mode, because }: Opening,
  caller: Caller,
): Promise<StorageState> {
  const [{ deals, lost }, held, room] = await Promise.all([
    readUnread(office),
    heldBack(office, caller),
    office.ports.room(),
  ])
  return { mode, because, restored: deals, lost, held, room }
}

/** What waits on this computer for another org or user. Only that, and for where: the words are theirs. */
async function heldBack(office: Office, caller: Caller): Promise<StorageState['held']> {
  const { whereabouts, gateway, outbox } = office
  const found = await outcomeOf(async () => gateway.identity(await whereabouts.org(caller)))
  if (found.outcome === 'trouble') return []
  const { orgId, userId } = found.value
  return (await allEntries(outbox)).flatMap((entry) => {
    if (isSettled(entry) || (entry.orgId === orgId && entry.userId === userId)) return []
    return [{ why: entry.orgId === orgId ? 'other-user' : 'other-org', host: entry.host }]
  })
}
