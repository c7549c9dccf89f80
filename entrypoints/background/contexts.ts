import type { Identity } from '#lib/salesforce/identity.ts'
import { type Context, contextSchema } from '#lib/salesforce/context.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import type { Office } from './office.ts'

const about = (opportunityId: string) => `context:${opportunityId}`

/** The context as this computer last read it, or null. */
export async function cachedContext(
  { cache }: Office,
  user: Identity,
  opportunityId: string,
): Promise<Context | null> {
  const kept = contextSchema.safeParse(await cache.read(user, about(opportunityId)))
  return kept.success ? { ...kept.data, cached: true } : null
}

/** The context as Salesforce has it now; kept for the next first paint. */
export async function freshContext(
  { gateway, cache, ports }: Office,
  org: Org,
  opportunityId: string,
): Promise<Context> {
  const context = await gateway.context(org, opportunityId)
  const readAt = context.deal.readAt
  await cache.keep(context.identity, about(opportunityId), { value: context, readAt })
  ports.announce({ fact: 'context-changed', opportunityId })
  return context
}
