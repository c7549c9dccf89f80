import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
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

  it('is made for a list by its id', async () => {
    const { body } = await answer('GET', '/sobjects/Account/listviews')
    const [list] = z
      .object({ listviews: z.array(z.object({ id: z.string() })) })
      .parse(body).listviews
    expect(await answer('GET', explain(list?.id ?? ''))).toMatchObject({
      status: 200,
      body: {
        plans: [{ sobjectType: 'Account' }, {}],
        sourceQuery: expect.stringMatching(/^SELECT Name, .* FROM Account WHERE/),
      },
    })
    expect((await answer('GET', explain('00Oxx0000012345EAA'))).status).toBe(400)
  })

  it('is refused as the query itself would be', async () => {
    const { status, body } = await answer('GET', explain('SELECT Id FROM'))
    expect([status, body]).toMatchObject([400, [{ errorCode: 'MALFORMED_QUERY' }]])
  })
})

/** https://developer.salesforce.com/docs/platform/api-rest/guide/resources-listviews.html */
describe('the lists of an object', () => {
  const { me, answer } = served()
  me.create('Account', { Name: 'Acme', Type: 'Prospect', Phone: '1' })
  const lists = z.object({
    listviews: z.array(z.record(z.string(), z.union([z.string(), z.boolean()]))),
  })
  const mine = async () => {
    const { body } = await answer('GET', '/sobjects/Account/listviews')
    const found = lists.parse(body).listviews.find(({ label }) => label === 'My Accounts')
    return String(found?.['url']).replace('/services/data/v67.0', '')
  }

  it('are told as documented', async () => {
    const { status, body } = await answer('GET', '/sobjects/account/listviews')
    expect(status).toBe(200)
    const base = '/services/data/v67.0/sobjects/Account/listviews/'
    const url = expect.stringMatching(`^${base}00B\\w{15}$`)
    expect(body).toMatchObject({
      done: true,
      size: 3,
      listviews: [
        { developerName: 'Recent', soqlCompatible: true, url },
        { developerName: 'AllAccount' },
        { developerName: 'MyAccount', label: 'My Accounts' },
      ],
    })
    expect(await answer('GET', await mine())).toMatchObject({
      status: 200,
      body: { developerName: 'MyAccount' },
    })
  })

  it('tell their columns and a query that gives what is in them', async () => {
    const { body } = await answer('GET', `${await mine()}/describe`)
    expect(body).toMatchObject({ sobjectType: 'Account', scope: null })
    const { query } = z.object({ query: z.string() }).parse(body)
    expect(me.query(query)).toMatchObject([{ Name: 'Acme' }])
  })

  it('give their records in the recorded shape', async () => {
    const recorded: unknown = JSON.parse(
      readFileSync(
        'tests/contract/recordings/restforce/list_view_results_success_response.json',
        'utf8',
      ),
    )
    const { body } = await answer('GET', `${await mine()}/results?limit=1`)
    const shape = z.looseObject({
      columns: z.array(z.looseObject({})).min(1),
      records: z.array(z.looseObject({ columns: z.array(z.looseObject({})) })).length(1),
    })
    const [given, wanted] = [shape.parse(body), shape.parse(recorded)]
    const keys = (one: object | undefined) => Object.keys(one ?? {}).toSorted()
    expect(keys(given)).toEqual(keys(wanted))
    expect(keys(given.columns[0])).toEqual(keys(wanted.columns[0]))
    expect(given.records[0]?.columns).toContainEqual({ fieldNameOrPath: 'Phone', value: '1' })
    const value = 'Mon Nov 23 10:00:00 GMT 2026'
    expect(given.records[0]?.columns).toContainEqual({ fieldNameOrPath: 'CreatedDate', value })
  })

  it('are not there for objects without a layout, nor by ids of no list', async () => {
    expect((await answer('GET', '/sobjects/OpportunityHistory/listviews')).status).toBe(404)
    expect((await answer('GET', '/sobjects/Account/listviews/00BHu0000099999IAA')).status).toBe(404)
  })
})

it.each(['chatter', 'composite', 'connect', 'metadata', 'process', 'tooling'])(
  'a version names %s, which names what is below it',
  async (name) => {
    const { answer } = served({ org: { switches: { chatter: true } } })
    const address = `/services/data/v67.0/${name}`
    expect(await answer('GET', '')).toMatchObject({ body: { [name]: address } })
    const { status, body } = await answer('GET', `/${name}`)
    expect(status).toBe(200)
    expect(Object.values(body ?? {})).toEqual(
      Object.keys(body ?? {}).map((below) => `${address}/${below}`),
    )
  },
)
