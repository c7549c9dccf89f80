import { describe, expect, it } from 'vitest'
import { served } from './served.ts'

const explain = (soql: string) => `/query?explain=${encodeURIComponent(soql)}`

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_query_explain.htm */
describe('a query plan', () => {
  const { me, answer } = served()
  for (const Name of ['Acme', 'Best', 'Cove']) me.create('Account', { Name, Site: Name })

  it('tells the index that is used, the scan that would do, and how much there is', async () => {
    const { status, body } = await answer(
      'GET',
      explain("SELECT Id FROM account WHERE Name='Acme'"),
    )
    expect(status).toBe(200)
    const plain = { cardinality: 1, sobjectCardinality: 3, sobjectType: 'Account', notes: [] }
    expect(body).toMatchObject({
      plans: [
        { ...plain, leadingOperationType: 'Index', fields: ['Name'] },
        { ...plain, leadingOperationType: 'TableScan', fields: [] },
      ],
    })
  })

  it('notes a filter without index', async () => {
    const { body } = await answer('GET', explain("SELECT Id FROM Account WHERE Site='Acme'"))
    const description = 'Not considering filter for optimization because unindexed'
    const notes = [{ description, fields: ['Site'], tableEnumOrId: 'Account' }]
    expect(body).toMatchObject({ plans: [{ leadingOperationType: 'TableScan', notes }] })
  })

  it('is refused as the query itself would be', async () => {
    const { status, body } = await answer('GET', explain('SELECT Id FROM'))
    expect([status, body]).toMatchObject([400, [{ errorCode: 'MALFORMED_QUERY' }]])
  })
})
