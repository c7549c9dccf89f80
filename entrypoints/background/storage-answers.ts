import type { Answering } from '#lib/messaging/router.ts'
import type { Caller } from '#lib/messaging/router.ts'
import type { StorageState } from '#lib/messaging/storage-requests.ts'
import type { Owner } from '#lib/storage/database.ts'
import type { Opening } from '#lib/storage/keeping.ts'
import { allEntries } from '#lib/sync/outbox.ts'
import { isSettled } from '#lib/sync/entry.ts'
import type { Office } from './office.ts'
import { userOf } from './outcome.ts'
import { forgetNote, readNote } from './restored.ts'

type StorageRequest = Extract<keyof Answering, `storage.${string}`>

/** What the worker answers about this computer's storage. */
export function storageAnswers(office: Office): Pick<Answering, StorageRequest> {
  const { keeping, ports } = office
  return {
    'storage.read': async (_, caller) => stateOf(office, await keeping.opened(), caller),
    'storage.seen': async (_, caller) => {
      await forgetNote(ports, await userOf(office, caller))
      ports.announce({ fact: 'storage-changed' })
      return {}
    },
    'storage.retry': async (_, caller) => {
      const state = await stateOf(office, await keeping.reopen(), caller)
      ports.announce({ fact: 'storage-changed' })
      return state
    },
  }
}

async function stateOf(
  office: Office,
  { mode, because }: Opening,
  caller: Caller,
): Promise<StorageState> {
  const user = await userOf(office, caller)
  const [{ deals, lost }, held, room] = await Promise.all([
    readNote(office.ports, user),
    heldBack(office, user),
    office.ports.room(),
  ])
  return { mode, because, restored: deals, lost, held, room }
}

/** What waits on this computer for another org or user. Only that, and for where: the words are theirs. */
async function heldBack({ outbox }: Office, user: Owner | null): Promise<StorageState['held']> {
  if (!user) return []
  const { orgId, userId } = user
  return (await allEntries(outbox)).flatMap((entry) => {
    if (isSettled(entry) || (entry.orgId === orgId && entry.userId === userId)) return []
    return [{ why: entry.orgId === orgId ? 'other-user' : 'other-org', host: entry.host }]
  })
}
