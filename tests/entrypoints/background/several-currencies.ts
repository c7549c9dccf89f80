import { readFileSync } from 'node:fs'
import { objectDescribeSchema } from '#demo/schema/describe-schema.ts'
import { acmeSeed } from '../../lib/salesforce/org-in-process.ts'

/** An org in which each deal has a currency of its own: Salesforce writes each amount with its code there. */
export function severalCurrencies() {
  const seed = acmeSeed()
  const file = readFileSync('demo/standard/describe/Opportunity.json', 'utf8')
  const opportunity = objectDescribeSchema.parse(JSON.parse(file))
  const [deals, types] = [
    {
      ...opportunity,
      fields: [...opportunity.fields, { name: 'CurrencyIsoCode', type: 'picklist' }],
    },
    { name: 'CurrencyType', keyPrefix: '01L', fields: [{ name: 'IsoCode', type: 'picklist' }] },
  ]
  const rows = (seed.records?.['Opportunity'] ?? []).map((row) =>
    Object.assign({}, row, { CurrencyIsoCode: 'JPY' }),
  )
  return {
    ...seed,
    org: { ...seed.org, currency: 'CHF' },
    describes: [deals, types],
    records: { ...seed.records, Opportunity: rows, CurrencyType: [{ IsoCode: 'CHF' }] },
  }
}
