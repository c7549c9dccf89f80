import { fieldOf } from '../../schema/schema.ts'
import { currencyOfUser } from '../../org/currencies.ts'
import { textOf } from '../text.ts'
import type { Behaviour } from './behaviour.ts'

/** What is in the currency of the deal it belongs to, whoever makes it. */
const OF_DEAL: ReadonlySet<string> = new Set(['OpportunityHistory', 'OpportunityLineItem'])

/** Where an org has several currencies no record is without one. */
export const recordCurrency: Behaviour = {
  prepare: ({ writer, describe, after, given }) => {
    if (!fieldOf(describe, 'CurrencyIsoCode')) return after
    const isGiven = given.has('CurrencyIsoCode') && after['CurrencyIsoCode'] !== null
    const deal = OF_DEAL.has(describe.name) && !isGiven ? after['OpportunityId'] : null
    const row = writer.state.store.table('Opportunity').get(textOf(deal ?? ''))
    const inherited = row?.['CurrencyIsoCode'] ?? after['CurrencyIsoCode']
    const CurrencyIsoCode = inherited ?? currencyOfUser(writer.state, writer.userId)
    return { ...after, CurrencyIsoCode }
  },
}
