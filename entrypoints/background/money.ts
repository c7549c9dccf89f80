import type { Identity } from '#lib/salesforce/identity.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import { type OrgMoney, orgMoneySchema } from '#lib/salesforce/org-money.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import type { Owner } from '#lib/storage/database.ts'
import type { Office } from './office.ts'

const subject = 'money'

/** What the money of an org is; null while nobody has asked. */
export async function knownMoney({ cache }: Office, user: Owner): Promise<OrgMoney | null> {
  return orgMoneySchema.safeParse(await cache.read(user, subject)).data ?? null
}

/** The one currency of an org; empty while it is not known, and when there are several. */
export async function knownCurrency(office: Office, user: Identity): Promise<string> {
  return (await knownMoney(office, user))?.currency ?? ''
}

/** Asks for the org's currency, once for each user. An inbox is shown without one rather than not at all. */
export async function learnMoney(office: Office, org: Org): Promise<void> {
  const { cache, gateway, ports } = office
  const user = await gateway.identity(org)
  if (await knownMoney(office, user)) return
  const money = await gateway.money(org).catch((error: unknown) => {
    if (error instanceof SalesforceError) return null
    throw error
  })
  if (!money) return
  await cache.keep(user, subject, { value: money, readAt: ports.now() })
  ports.announce({ fact: 'inbox-changed' })
}
