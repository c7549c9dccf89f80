import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QueryError } from '#demo/soql/query-error.ts'
import { runQuery } from '#demo/soql/query.ts'
import { runSearch } from '#demo/sosl/search.ts'
import { searchOf } from '#demo/sosl/sosl.ts'
import { smallOrg } from './small-org.ts'

const org = smallOrg({
  Account: [{ Id: '001Hu00000A1111IAB', Name: 'Acme', BillingCity: 'Rome' }],
  Opportunity: [{ Id: '006Hu00000A1111IAB', Name: 'Deal', AccountId: '001Hu00000A1111IAB' }],
})

const words =
  "SELECT|FROM|WHERE|AND|OR|NOT|IN|LIKE|ORDER BY|GROUP BY|HAVING|LIMIT|OFFSET|NULLS LAST|DESC|Id|Name|Amount|Account.Name|Owner.Name|What.Type|Opportunity|Account|Opportunities|COUNT()|COUNT(Id)|SUM(Amount)|CALENDAR_MONTH(CloseDate)|toLabel(StageName)|FIELDS(ALL)|TYPEOF|WHEN|THEN|ELSE|END|(|)|,|=|!=|>|'Acme'|'a|5|-1|2026-01-01|TODAY|LAST_N_DAYS:3|null|true|:bind|\\|\n|é|{|}|FIND|RETURNING".split(
    '|',
  )
const text = fc
  .array(fc.constantFrom(...words), { maxLength: 14 })
  .map((pieces) => pieces.join(' '))
const query = fc.oneof(
  text,
  text.map((rest) => `SELECT Id FROM Opportunity ${rest}`),
  text.map((rest) => `SELECT Id FROM Opportunity WHERE ${rest}`),
  text.map((fields) => `SELECT ${fields} FROM Opportunity`),
  fc.string(),
)

/** Whether the work ends, be it in a refusal Salesforce could have worded. */
function isAnswered(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch (error) {
    if (error instanceof QueryError) return error.message !== ''
    throw error
  }
}

describe('any text', () => {
  it('is answered or refused as a query, never a crash', () => {
    fc.assert(
      fc.property(query, (soql) => {
        expect(isAnswered(() => runQuery(soql, org))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('is answered or refused as a search, never a crash', () => {
    const search = fc.oneof(
      text,
      text.map((rest) => `FIND {${rest}}`),
      text.map((rest) => `FIND {acme} RETURNING Account(${rest})`),
    )
    fc.assert(
      fc.property(search, (sosl) => {
        expect(isAnswered(() => runSearch(searchOf(sosl), org))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
