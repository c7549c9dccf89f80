import * as z from 'zod/mini'
import type { Restored } from '#lib/storage/recovery.ts'
import type { WorkerPorts } from './ports.ts'

/** Where it stands until the user has read it what was restored. */
const unread = 'restored'
const unreadSchema = z.object({ deals: z.array(z.string()), lost: z.number() })

/** What was restored and is still to be read. */
export async function readNote({ settings }: Pick<Notebook, 'settings'>) {
  return unreadSchema.safeParse(await settings.get(unread)).data ?? { deals: [], lost: 0 }
}

type Notebook = Pick<WorkerPorts, 'settings' | 'announce'>

/** Keeps what has to be restored for the user to read, until they have. */
export async function noteRestored(ports: Notebook, restored: Restored): Promise<void> {
  const { deals, lost } = await readNote(ports)
  const all = [...new Set([...deals, ...restored.drafts, ...restored.operations])]
  await ports.settings.set(unread, { deals: all, lost: lost + restored.lost })
  ports.announce({ fact: 'storage-changed' })
}

/** The user has read it. */
export async function forgetNote({ settings }: Pick<Notebook, 'settings'>): Promise<void> {
  await settings.remove(unread)
}
