import * as z from 'zod/mini'
import { currencyIn } from './currency-in.ts'
import { textAt } from './record.ts'
import { rowsFor } from './rows-for.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'
import { soql } from './soql.ts'

/** What the money of an org is. */
export const orgMoneySchema = z.object({
  /** The one currency of the org; empty when it has several, or does not tell. */
  currency: z.string(),
  /** Each deal names its own. */
  several: z.optional(z.boolean()),
})
export type OrgMoney = z.infer<typeof orgMoneySchema>

/**
 * The currency of an org that has but one. No record names it; Salesforce tells it only where it writes an
 * amount in the user's own locale.
 */
export async function readOrgMoney(user: SignedIn): Promise<OrgMoney | null> {
  const query = soql`SELECT FORMAT(Amount) shown FROM Opportunity WHERE Amount != ${null} LIMIT 1`
  const [row] = await rowsFor(user, query)
  if (!row) return null
  const shown = textAt(row, 'shown')
  const namesItself = /[A-Z]{3}/.test(shown)
  // Orgs with several name the currency of each amount: this one would be only that of a single deal.
  if (namesItself && (await hasSeveral(user))) return { currency: '', several: true }
  return { currency: currencyIn(shown, user.identity.locale) }
}

/** Only orgs with several currencies have this object. */
async function hasSeveral(user: SignedIn): Promise<boolean> {
  try {
    return (await rowsFor(user, soql`SELECT IsoCode FROM CurrencyType LIMIT 1`)).length > 0
  } catch (error) {
    if (error instanceof SalesforceError && error.code === 'INVALID_TYPE') return false
    throw error
  }
}
