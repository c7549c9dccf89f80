import * as z from 'zod/mini'
import { recordSchema, textAt } from './record.ts'
import type { SignedIn } from './signed-in.ts'

/** What the money of an org is. */
export const orgMoneySchema = z.object({
  /** The one currency of the org; empty when it has several, or does not say. */
  currency: z.string(),
})
export type OrgMoney = z.infer<typeof orgMoneySchema>

/**
 * The currency of an org that has but one. Its records do not name it, its users do; only in an org with
 * several have users a currency of their own besides.
 */
export async function readOrgMoney({ connection, identity }: SignedIn): Promise<OrgMoney> {
  const path = `/sobjects/User/${identity.userId}`
  const user = recordSchema.safeParse(await connection.call({ method: 'GET', path })).data ?? {}
  const hasSeveral = 'CurrencyIsoCode' in user
  return { currency: hasSeveral ? '' : textAt(user, 'DefaultCurrencyIsoCode') }
}
