import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { admin } from '../plain-org.ts'
import { type ServedOrg, serveOrg } from './served-org.ts'

const COUNT = 2086

let org: ServedOrg

beforeAll(async () => {
  org = await serveOrg({
    Account: [
      { Id: '001Hu00000AcmeAIAR', Name: 'Acme', Industry: 'Energy', OwnerId: admin.id },
      ...Array.from({ length: COUNT - 1 }, (_, index) => ({ Name: `Account ${index}` })),
    ],
    Opportunity: [
      {
        Name: 'Acme renewal',
        AccountId: '001Hu00000AcmeAIAR',
        StageName: 'Prospecting',
        CloseDate: '2026-12-01',
        Amount: 15000,
      },
    ],
  })
})
afterAll(() => org.close())

describe('jsforce reads', () => {
  it('a query with parents and children', async () => {
    const connection = org.connect()
    const result = await connection.query(
      "SELECT Name, Account.Name, Account.Owner.Email FROM Opportunity WHERE Account.Industry = 'Energy'",
    )
    expect(result).toMatchObject({ totalSize: 1, done: true })
    expect(result.records[0]).toMatchObject({
      attributes: { type: 'Opportunity' },
      Name: 'Acme renewal',
      Account: { attributes: { type: 'Account' }, Name: 'Acme', Owner: { Email: admin.email } },
    })
    const parents = await connection.query(
      "SELECT Name, (SELECT Name, Amount FROM Opportunities) FROM Account WHERE Industry = 'Energy'",
    )
    expect(parents.records[0]).toMatchObject({
      Opportunities: {
        totalSize: 1,
        done: true,
        records: [{ Name: 'Acme renewal', Amount: 15000 }],
      },
    })
  })

  it('page after page with queryMore', async () => {
    const connection = org.connect()
    const first = await connection.query('SELECT Id FROM Account')
    expect(first).toMatchObject({ totalSize: COUNT, done: false })
    expect(first.records).toHaveLength(2000)
    expect(first.nextRecordsUrl).toMatch(/\/services\/data\/v67\.0\/query\/0r8\w{15}-2000$/)
    const second = await connection.queryMore(first.nextRecordsUrl ?? '')
    expect(second).toMatchObject({ totalSize: COUNT, done: true })
    expect(second.records).toHaveLength(COUNT - 2000)
    expect(second).not.toHaveProperty('nextRecordsUrl')
    const ids = [...first.records, ...second.records].map((record) => record['Id'])
    expect(new Set(ids).size).toBe(COUNT)
  })

  it('everything with autoFetch in pages of the size asked for', async () => {
    const options = {
      autoFetch: true,
      maxFetch: 5000,
      headers: { 'Sforce-Query-Options': 'batchSize=500' },
    }
    const result = await org.connect().query('SELECT Id FROM Account', options)
    expect(result.records).toHaveLength(COUNT)
    expect(result.done).toBe(true)
  })

  it('with the query builder', async () => {
    const found = await org
      .connect()
      .sobject('Account')
      .find({ Name: { $like: 'Account 10%' } }, ['Id', 'Name'])
      .sort({ Name: -1 })
      .limit(3)
    expect(found.map((record) => record['Name'])).toEqual([
      'Account 1099',
      'Account 1098',
      'Account 1097',
    ])
  })

  it('aggregates', async () => {
    const connection = org.connect()
    const counted = await connection.query('SELECT COUNT() FROM Account')
    expect(counted).toEqual({ totalSize: COUNT, done: true, records: [] })
    const summed = await connection.query(
      'SELECT StageName, SUM(Amount) FROM Opportunity GROUP BY StageName',
    )
    expect(summed.records).toEqual([
      { attributes: { type: 'AggregateResult' }, StageName: 'Prospecting', expr0: 15000 },
    ])
  })

  it('one record, several, and chosen fields', async () => {
    const connection = org.connect()
    const account = await connection.sobject('Account').retrieve('001Hu00000AcmeAIAR')
    expect(account).toMatchObject({
      attributes: { type: 'Account' },
      Name: 'Acme',
      OwnerId: admin.id,
    })
    const [first, second] = await connection
      .sobject('Account')
      .retrieve(['001Hu00000AcmeA', '001Hu00000AcmeAIAR'])
    expect([first?.['Name'], second?.['Name']]).toEqual(['Acme', 'Acme'])
    const fields = await connection
      .sobject('Account')
      .retrieve('001Hu00000AcmeAIAR', { fields: ['Name', 'Industry'] })
    expect(Object.keys(fields).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'attributes',
      'Id',
      'Industry',
      'Name',
    ])
  })

  it('the describe of one object and of all', async () => {
    const connection = org.connect()
    const opportunity = await connection.describe('Opportunity')
    expect(opportunity.fields.map((field) => field.name)).toContain('StageName')
    expect(opportunity.urls['describe']).toBe('/services/data/v67.0/sobjects/Opportunity/describe')
    const global = await connection.describeGlobal()
    expect(global).toMatchObject({ encoding: 'UTF-8', maxBatchSize: 200 })
    expect(global.sobjects.map((object) => object.name)).toContain('Opportunity')
    expect(global.sobjects.map((object) => object.name)).not.toContain('Handoff__c')
  })

  it('who it is, and what is left of the limits', async () => {
    const connection = org.connect()
    const identity = await connection.identity()
    expect(identity).toMatchObject({
      user_id: admin.id,
      username: admin.username,
      email: admin.email,
    })
    const limits = await connection.limits()
    expect(limits['DailyApiRequests']).toMatchObject({ Max: expect.any(Number) })
    expect(connection.limitInfo.apiUsage?.used).toBeGreaterThan(0)
    expect(connection.limitInfo.apiUsage?.limit).toBe(limits['DailyApiRequests']?.Max)
  })

  it('with SOSL', async () => {
    const found = await org
      .connect()
      .search('FIND {acme} IN NAME FIELDS RETURNING Account(Id, Name)')
    expect(found.searchRecords).toMatchObject([{ attributes: { type: 'Account' }, Name: 'Acme' }])
  })
})

describe('jsforce is refused', () => {
  it.each([
    ['SELECT Nope FROM Account', 'INVALID_FIELD', "No such column 'Nope' on entity 'Account'."],
    ['SELECT Id FROM Nope', 'INVALID_TYPE', "sObject type 'Nope' is not supported."],
    ['SELECT Id FROM Account WHERE', 'MALFORMED_QUERY', "unexpected token: '<EOF>'"],
  ])('%s as %s', async (query, errorCode, message) => {
    await expect(org.connect().query(query)).rejects.toMatchObject({
      errorCode,
      name: errorCode,
      message: expect.stringContaining(message),
    })
  })

  it('a record and an object that do not exist', async () => {
    const connection = org.connect()
    await expect(
      connection.sobject('Account').retrieve('001Hu00000NoneAIAR'),
    ).rejects.toMatchObject({
      errorCode: 'NOT_FOUND',
    })
    await expect(connection.describe('Nope')).rejects.toMatchObject({
      errorCode: 'NOT_FOUND',
      message: 'The requested resource does not exist',
    })
  })

  it('a locator it was not given', async () => {
    const url = '/services/data/v67.0/query/0r8Hu00000NoneAIAQ-2000'
    await expect(org.connect().queryMore(url)).rejects.toMatchObject({
      errorCode: 'INVALID_QUERY_LOCATOR',
    })
  })

  it('a session that is none', async () => {
    const stranger = org.connect('00DHu0000000001!nonsense')
    await expect(stranger.query('SELECT Id FROM Account')).rejects.toMatchObject({
      errorCode: 'INVALID_SESSION_ID',
      message: 'Session expired or invalid',
    })
  })
})
