import type { Clocks } from '#lib/handoff/clocks.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import type { Office } from './office.ts'

/** The clocks of a handoff: those of its own template, or of its kind when that is unknown here. */
export type ClocksOf = (handoff: Pick<Handoff, 'template' | 'kind'>) => Clocks | undefined

/** Returns what tells the clocks of any handoff, by the templates that this browser knows now. */
export async function clockReader({ shelf }: Pick<Office, 'shelf'>): Promise<ClocksOf> {
  const known = await shelf.known()
  return (handoff) => known.forHandoff(handoff)?.clocks
}
