import type { Identity } from '#lib/salesforce/identity.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import { orgMoneySchema } from '#lib/salesforce/org-money.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import type { Office } from './office.ts'

const subject = 'money'

/** The one currency of an org; empty while it is not known, and when there are several. */
export async function knownCurrency({ cache }: Office, user: Identity): Promise<string> {
  return orgMoneySchema.safeParse(await cache.read(user, subject)).data?.currency ?? ''
}

/** Asks for the org's currency, once for each user. An inbox is shown without one rather than not at all. */
export async function learnMoney(office: Office, org: Org): Promise<void> {
  const { cache, gateway, ports } = office
  const user = await gateway.identity(org)
  if (orgMoneySchema.safeParse(await cache.read(user, subject)).success) return
  const money = await gateway.money(org).catch((error: unknown) => {
    if (error instanceof SalesforceError) return null
    throw error
  })
  if (!money) return
  await cache.keep(user, subject, { value: money, readAt: ports.now() })
  ports.announce({ fact: 'inbox-changed' })
}
