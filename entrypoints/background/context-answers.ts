import type { Answering } from '#lib/messaging/router.ts'
import type { Context } from '#lib/salesforce/context.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import { noteFound, noteGone } from './gone.ts'
import { cachedContext, contextNow, freshContext } from './contexts.ts'
import type { Office } from './office.ts'
import { offeredValues } from './offered-values.ts'
import { outcomeOf } from './outcome.ts'

type ContextRequest = 'identity.read' | 'context.read' | 'context.offered'

/** What the worker answers about the opportunity and the user. */
export function contextAnswers(office: Office): Pick<Answering, ContextRequest> {
  const { gateway, whereabouts } = office
  return {
    'identity.read': (_, caller) =>
      outcomeOf(async () => gateway.identity(await whereabouts.org(caller))),
    'context.offered': (asked, caller) =>
      outcomeOf(async () => offeredValues(office, await whereabouts.org(caller), asked)),
    'context.read': ({ opportunityId, fresh, opening = false }, caller) =>
      outcomeOf(async () => {
        const org = await whereabouts.org(caller)
        if (fresh) return read(office, org, { opportunityId, opening })
        return cachedContext(office, await gateway.identity(org), opportunityId)
      }),
  }
}

interface Asked {
  readonly opportunityId: string
  readonly opening: boolean
}

/** Remembers whether the opportunity is still there: a draft of one that is gone can go to another. */
async function read(office: Office, org: Org, { opportunityId, opening }: Asked): Promise<Context> {
  const user = await office.gateway.identity(org)
  try {
    const context = await (opening ? contextNow : freshContext)(office, org, opportunityId)
    await noteFound(office, user, opportunityId)
    return context
  } catch (error) {
    if (error instanceof SalesforceError && error.kind === 'record-gone')
      await noteGone(office, user, opportunityId)
    throw error
  }
}
