import { aheadIn } from '#lib/messaging/ahead.ts'
import { takingAhead } from '#lib/messaging/client.ts'
import { draftQuery } from './use-draft.ts'
import { cachedQuery } from './use-opportunity.ts'
import { outboxQuery } from './use-outbox.ts'
import { opportunityOn, pageQuery } from './use-page.ts'
import { policyQuery } from './use-policy.ts'
import { ask, queries } from './segue.ts'

/**
 * Reads at once all that the panel's first paint is made of: asked one after the other, each would wait for the one
 * before. What `panel-ahead` has asked for already is taken. Never fails; what is missing is asked for again.
 */
export async function readDealAhead(): Promise<void> {
  const early = takingAhead(ask, aheadIn(globalThis))
  void queries.prefetchQuery(policyQuery(early))
  const page = await queries.fetchQuery(pageQuery(early)).catch(() => null)
  const opportunityId = page && opportunityOn(page)
  if (!opportunityId) return
  void queries.prefetchQuery(cachedQuery(opportunityId, early))
  void queries.prefetchQuery(draftQuery(opportunityId, early))
  void queries.prefetchQuery(outboxQuery(opportunityId, early))
}
