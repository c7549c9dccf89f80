import { draftQuery } from './use-draft.ts'
import { builtInQuery, ownQuery } from './use-template.ts'
import { cachedQuery } from './use-opportunity.ts'
import { outboxQuery } from './use-outbox.ts'
import { opportunityOn, pageQuery } from './use-page.ts'
import { policyQuery } from './use-policy.ts'
import { queries } from './segue.ts'
import { keepFresh } from './use-facts.ts'

/**
 * Asks at once for all that the panel's first paint is made of, while its scripts are still starting: asked
 * one after the other, each would wait for the one before. None of it is asked of Salesforce. Never fails; what is
 * missing, or has changed before it is drawn, is asked for again.
 */
export async function readDealAhead(): Promise<void> {
  keepFresh()
  void queries.prefetchQuery(builtInQuery)
  const page = await queries.fetchQuery(pageQuery).catch(() => null)
  const opportunityId = page && opportunityOn(page)
  if (!opportunityId) return
  // What came with the page is not asked for.
  void queries.prefetchQuery(policyQuery)
  void queries.prefetchQuery(ownQuery)
  void queries.prefetchQuery(cachedQuery(opportunityId))
  void queries.prefetchQuery(draftQuery(opportunityId))
  void queries.prefetchQuery(outboxQuery(opportunityId))
}
