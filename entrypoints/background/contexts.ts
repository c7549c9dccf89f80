import { type Context, contextSchema } from '#lib/salesforce/context.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import type { Office } from './office.ts'

const SECOND = 1000
const recent = 60 * SECOND

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

const underway = new Map<string, Promise<Context>>()

/** The context as Salesforce has it now; kept for the next first paint. Those who ask at once share one call. */
export function freshContext(office: Office, org: Org, opportunityId: string): Promise<Context> {
  const key = `${org.apiHost} ${opportunityId}`
  const reading =
    underway.get(key) ?? readContext(office, org, opportunityId).finally(() => underway.delete(key))
  underway.set(key, reading)
  return reading
}

async function readContext(
  { gateway, cache, ports }: Office,
  org: Org,
  opportunityId: string,
): Promise<Context> {
  const context = await gateway.context(org, opportunityId)
  const { readAt } = context.deal
  const before = contextSchema.safeParse(await cache.read(context.identity, about(opportunityId)))
  await cache.keep(context.identity, about(opportunityId), { value: context, readAt })
  // Who asked has the answer; only a change concerns the others.
  if (before.success && contentOf(before.data) !== contentOf(context))
    ports.announce({ fact: 'context-changed', opportunityId })
  return context
}

/** All but the time of reading. */
function contentOf({ deal, ...context }: Context): string {
  return JSON.stringify({ ...context, deal: { ...deal, readAt: '' } })
}

/** The context as it was at most a minute ago. */
export async function recentContext(
  office: Office,
  org: Org,
  opportunityId: string,
): Promise<Context> {
  const user = await office.gateway.identity(org)
  const cached = await cachedContext(office, user, opportunityId)
  const age = cached ? Date.parse(office.ports.now()) - Date.parse(cached.deal.readAt) : Infinity
  return cached && age <= recent ? cached : freshContext(office, org, opportunityId)
}
