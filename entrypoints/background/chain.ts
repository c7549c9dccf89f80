import { predecessor, predecessorOf, standingIn, startFrom } from '#lib/handoff/chain.ts'
import type { Context } from '#lib/salesforce/context.ts'
import type { Office } from './office.ts'

/** The handoff that a draft follows on: to start it from, and to name and compare when it is sent. */
export async function previousOf(
  { shelf }: Office,
  context: Context,
  draft: { readonly handoffId: string | null },
) {
  const handoff = predecessorOf(draft, context)
  if (!handoff) return null
  const { of, forHandoff } = await shelf.known()
  const other = forHandoff(handoff)
  const template = of(handoff.template) ?? (other && standingIn(other))
  return {
    predecessor: predecessor(handoff, template),
    start: template ? startFrom(handoff, template, context.identity.userId) : undefined,
  }
}
