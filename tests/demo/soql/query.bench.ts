import { describe, expect, it } from 'vitest'
import { runQuery } from '#demo/soql/query.ts'
import { smallOrg } from './small-org.ts'

const stages = ['Prospecting', 'Qualification', 'Negotiation/Review', 'Closed Won', null]
const accounts = Array.from({ length: 1000 }, (_, index) => ({
  Id: `001Hu000${String(index).padStart(7, '0')}IAA`,
  Name: `Account ${index}`,
}))
const deals = Array.from({ length: 10_000 }, (_, index) => ({
  Id: `006Hu000${String(index).padStart(7, '0')}IAA`,
  Name: `Deal ${index}`,
  AccountId: accounts[index % accounts.length]?.Id,
  StageName: stages[index % stages.length],
  Amount: index % 7 === 0 ? null : index,
  CloseDate: `2026-${String((index % 12) + 1).padStart(2, '0')}-15`,
  CreatedDate: `2026-${String((index % 11) + 1).padStart(2, '0')}-15T10:00:00.000+0000`,
}))
const accountById = new Map(accounts.map((account) => [account.Id, account]))
const org = smallOrg(
  { Account: accounts, Opportunity: deals },
  { row: (_, id) => accountById.get(id) },
)

const queries = {
  'filtered by five conditions and ordered':
    "SELECT Id, Name, Account.Name, Amount FROM Opportunity WHERE StageName != 'Closed Won' AND Amount > 500 AND CloseDate = THIS_YEAR AND CreatedDate > LAST_N_MONTHS:3 AND Account.Name LIKE 'account%' ORDER BY Amount DESC NULLS LAST, Name",
  'filtered by a text pattern': "SELECT Id FROM Opportunity WHERE Name LIKE '%99%'",
  'grouped by stage':
    'SELECT StageName, COUNT(Id), SUM(Amount) FROM Opportunity GROUP BY StageName',
}
const MILLISECONDS = 100

describe('a query over 10,000 opportunities', () => {
  it.for(Object.entries(queries))(
    '%s answers in under 100 ms',
    async ([name, query], { bench }) => {
      const result = await bench(name, () => {
        runQuery(query, org)
      }).run()
      expect(result.latency.mean).toBeLessThan(MILLISECONDS)
    },
  )
})
