import { differences } from '#lib/handoff/transfer-check.ts'
import type { Saved } from '#lib/salesforce/saved.ts'
import type { Entry } from '#lib/sync/entry.ts'
import type { Office } from './office.ts'

/** Where it is kept what a change of owner has left otherwise than planned. */
export const outcomeKey = (handoffId: string) => `transferred:${handoffId}`

/** Compares the deal as it was read back with what was planned, for the surfaces to tell. */
export async function noteOutcome(
  { cache, ports }: Pick<Office, 'cache' | 'ports'>,
  entry: Entry,
  saved: Saved | null,
): Promise<void> {
  const { transfer, handoffId, handoff } = entry.plan
  if (!transfer || handoffId === null) return
  const key = outcomeKey(handoffId)
  if (!saved?.ownership) {
    await cache.forget(entry, key)
    return
  }
  const value = [...differences(transfer, saved.ownership, handoff.transfer?.credits ?? [])]
  await cache.keep(entry, key, { value, readAt: ports.now() })
}
