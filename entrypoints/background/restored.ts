import * as z from 'zod/mini'
import type { Owner } from '#lib/storage/database.ts'
import type { Restored, RestoredDeal } from '#lib/storage/recovery.ts'
import type { WorkerPorts } from './ports.ts'

/** Where it stands until the user has read it what was restored. */
const unread = 'restored'
const dealSchema = z.object({ orgId: z.string(), userId: z.string(), name: z.string() })
const unreadSchema = z.object({ deals: z.array(dealSchema), lost: z.number() })

type Notebook = Pick<WorkerPorts, 'settings' | 'announce'>

async function noted({ settings }: Pick<Notebook, 'settings'>) {
  return unreadSchema.safeParse(await settings.get(unread)).data ?? { deals: [], lost: 0 }
}

const isOf = (owner: Owner | null) => (deal: Owner) =>
  deal.orgId === owner?.orgId && deal.userId === owner.userId

/** The names of the user's deals that were restored, and how much was lost for good: what is still to be read. */
export async function readNote(ports: Pick<Notebook, 'settings'>, owner: Owner | null) {
  const { deals, lost } = await noted(ports)
  return { deals: [...new Set(deals.filter(isOf(owner)).map(({ name }) => name))], lost }
}

/** Keeps what has to be restored for its users to read, until they have. */
export async function noteRestored(ports: Notebook, restored: Restored): Promise<void> {
  const { deals, lost } = await noted(ports)
  const all = [...deals, ...restored.drafts, ...restored.operations]
  await ports.settings.set(unread, { deals: all, lost: lost + restored.lost })
  ports.announce({ fact: 'storage-changed' })
}

/** The user has read it; what others have not stays. */
export async function forgetNote(
  ports: Pick<Notebook, 'settings'>,
  owner: Owner | null,
): Promise<void> {
  const isOwn = isOf(owner)
  await keepInNote(ports, (deal) => !isOwn(deal), 0)
}

/** Leaves in the note what is to be kept there. */
export async function keepInNote(
  ports: Pick<Notebook, 'settings'>,
  isKept: (deal: RestoredDeal) => boolean,
  stillLost?: number,
): Promise<void> {
  const { deals, lost } = await noted(ports)
  await ports.settings.set(unread, { deals: deals.filter(isKept), lost: stillLost ?? lost })
}
