import type { Answering } from '#lib/messaging/router.ts'
import { cachedContext, freshContext } from './contexts.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'

/** What the worker answers about the opportunity and the user. */
export function contextAnswers(office: Office): Pick<Answering, 'identity.read' | 'context.read'> {
  const { gateway, whereabouts } = office
  return {
    'identity.read': (_, caller) =>
      outcomeOf(async () => gateway.identity(await whereabouts.org(caller))),
    'context.read': ({ opportunityId, fresh }, caller) =>
      outcomeOf(async () => {
        const org = await whereabouts.org(caller)
        if (fresh) return freshContext(office, org, opportunityId)
        return cachedContext(office, await gateway.identity(org), opportunityId)
      }),
  }
}
