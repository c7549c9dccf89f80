import * as z from 'zod/mini'
import type { PanelAim } from '#lib/messaging/page-requests.ts'
import { panelAimSchema } from '#lib/messaging/page-requests.ts'
import type { WorkerPorts } from './ports.ts'

const aimOf = (tabId: number) => `panel-aim:${tabId}`
const keptSchema = z.nullable(panelAimSchema)

/** Says where the panel of a tab is to be opened; a panel that is open already goes there. */
export async function aimPanel(
  { memory, announce }: Pick<WorkerPorts, 'memory' | 'announce'>,
  tabId: number,
  aim: PanelAim,
): Promise<void> {
  await memory.set(aimOf(tabId), aim)
  announce({ fact: 'panel-aimed', tabId })
}

/** Where the panel of a tab is to be opened; asked once, and forgotten then. */
export async function takeAim(
  { memory }: Pick<WorkerPorts, 'memory'>,
  tabId: number,
): Promise<PanelAim | null> {
  const aim = keptSchema.safeParse((await memory.get(aimOf(tabId))) ?? null).data ?? null
  if (aim) await memory.remove(aimOf(tabId))
  return aim
}
