import { draftQuery } from './use-draft.ts'
import { cachedQuery } from './use-opportunity.ts'
import { outboxQuery } from './use-outbox.ts'
import { opportunityOn, pageQuery } from './use-page.ts'
import { policyQuery } from './use-policy.ts'
import { queries } from './segue.ts'

/**
 * Asks at once for all that the panel's first paint is made of, while its scripts are still starting: asked
 * one after the other, each would wait for the one before. Never fails; what is missing is asked for again.
 */
export async function readDealAhead(): Promise<void> {
  void queries.prefetchQuery(policyQuery)
  const page = await queries.fetchQuery(pageQuery).catch(() => null)
  const opportunityId = page && opportunityOn(page)
  if (!opportunityId) return
  void queries.prefetchQuery(cachedQuery(opportunityId))
  void queries.prefetchQuery(draftQuery(opportunityId))
  void queries.prefetchQuery(outboxQuery(opportunityId))
}
