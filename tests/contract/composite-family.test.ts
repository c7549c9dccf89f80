import { describe, expect, it } from 'vitest'
import { isObject } from './likeness.ts'
import { orgUnderTest, type OrgUnderTest } from './org-under-test.ts'
import { plainOrg } from './plain-org.ts'

const DATA = '/services/data/v67.0'

async function count(org: OrgUnderTest, object: string): Promise<unknown> {
  const { body } = await org.call('GET', `${DATA}/query?q=SELECT+COUNT()+FROM+${object}`)
  return isObject(body) ? body['totalSize'] : undefined
}

function node(referenceId: string, object: string, body: unknown) {
  return { method: 'POST', url: `${DATA}/sobjects/${object}`, referenceId, body }
}

describe('composite graphs', () => {
  const person = node('person', 'Contact', { LastName: 'Able', AccountId: '@{account.id}' })

  it('are each all or nothing by themselves', async () => {
    const org = orgUnderTest(plainOrg())
    const good = {
      graphId: 'good',
      compositeRequest: [node('account', 'Account', { Name: 'A' }), person],
    }
    const bad = {
      graphId: 'bad',
      compositeRequest: [node('account', 'Account', { Name: 'B' }), node('person', 'Contact', {})],
    }
    const { status, body } = await org.call('POST', `${DATA}/composite/graph`, {
      body: { graphs: [bad, good] },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      graphs: [
        {
          graphId: 'bad',
          isSuccessful: false,
          graphResponse: {
            compositeResponse: [
              { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
              { httpStatusCode: 400, body: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] },
            ],
          },
        },
        {
          graphId: 'good',
          isSuccessful: true,
          graphResponse: { compositeResponse: [{ httpStatusCode: 201 }, { httpStatusCode: 201 }] },
        },
      ],
    })
    expect([await count(org, 'Account'), await count(org, 'Contact')]).toEqual([1, 1])
  })

  it('are no longer run after fourteen have failed', async () => {
    const org = orgUnderTest(plainOrg())
    const bad = Array.from({ length: 14 }, (_, index) => ({
      graphId: `bad${index}`,
      compositeRequest: [node('account', 'Account', {})],
    }))
    const good = { graphId: 'good', compositeRequest: [node('account', 'Account', { Name: 'A' })] }
    const { body } = await org.call('POST', `${DATA}/composite/graph`, {
      body: { graphs: [...bad, good] },
    })
    const graphs = isObject(body) && Array.isArray(body['graphs']) ? body['graphs'] : []
    expect(graphs.at(-1)).toMatchObject({ graphId: 'good', isSuccessful: false })
    expect(await count(org, 'Account')).toBe(0)
  })

  it.each([
    [
      '76 graphs',
      Array.from({ length: 76 }, (_, index) => ({ graphId: `g${index}`, compositeRequest: [] })),
    ],
    [
      '501 nodes',
      [
        {
          graphId: 'g',
          compositeRequest: Array.from({ length: 501 }, (_, index) =>
            node(`r${index}`, 'Account', { Name: 'A' }),
          ),
        },
      ],
    ],
    [
      'a query',
      [
        {
          graphId: 'g',
          compositeRequest: [{ method: 'GET', url: `${DATA}/query?q=x`, referenceId: 'q' }],
        },
      ],
    ],
  ])('are refused as a whole with %s', async (_, graphs) => {
    const org = orgUnderTest(plainOrg())
    const { status } = await org.call('POST', `${DATA}/composite/graph`, { body: { graphs } })
    expect(status).toBe(400)
    expect(await count(org, 'Account')).toBe(0)
  })
})

describe('a batch', () => {
  const requests = [
    { method: 'GET', url: 'v67.0/limits' },
    { method: 'POST', url: 'v67.0/sobjects/Account', richInput: {} },
    { method: 'POST', url: 'v67.0/sobjects/Account', richInput: { Name: 'A' } },
  ]

  it('answers each request by itself and undoes nothing', async () => {
    const org = orgUnderTest(plainOrg())
    const { status, body } = await org.call('POST', `${DATA}/composite/batch`, {
      body: { batchRequests: requests },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      hasErrors: true,
      results: [
        { statusCode: 200, result: { DailyApiRequests: { Max: expect.any(Number) } } },
        { statusCode: 400, result: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] },
        { statusCode: 201, result: { success: true } },
      ],
    })
    expect(await count(org, 'Account')).toBe(1)
  })

  it('halts after an error when asked to', async () => {
    const org = orgUnderTest(plainOrg())
    const { body } = await org.call('POST', `${DATA}/composite/batch`, {
      body: { haltOnError: true, batchRequests: requests },
    })
    expect(body).toMatchObject({
      results: [
        { statusCode: 200 },
        { statusCode: 400 },
        { statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED' }] },
      ],
    })
    expect(await count(org, 'Account')).toBe(0)
  })
})

function account(contact: unknown) {
  return {
    attributes: { type: 'Account', referenceId: 'account' },
    Name: 'Acme',
    Contacts: { records: [contact] },
  }
}

describe('a tree', () => {
  const ann = { attributes: { type: 'Contact', referenceId: 'ann' }, LastName: 'Able' }

  it('makes parents and their children at once', async () => {
    const org = orgUnderTest(plainOrg())
    const { status, body } = await org.call('POST', `${DATA}/composite/tree/Account`, {
      body: { records: [account(ann)] },
    })
    expect(status).toBe(201)
    expect(body).toEqual({
      hasErrors: false,
      results: [
        { referenceId: 'account', id: expect.stringMatching(/^001/) },
        { referenceId: 'ann', id: expect.stringMatching(/^003/) },
      ],
    })
    const found = await org.call('GET', `${DATA}/query?q=SELECT+Account.Name+FROM+Contact`)
    expect(found.body).toMatchObject({ records: [{ Account: { Name: 'Acme' } }] })
  })

  it('makes nothing when one of its records is refused, which the answer names', async () => {
    const org = orgUnderTest(plainOrg())
    const nameless = { attributes: { type: 'Contact', referenceId: 'nobody' } }
    const { status, body } = await org.call('POST', `${DATA}/composite/tree/Account`, {
      body: { records: [account(nameless)] },
    })
    expect(status).toBe(400)
    expect(body).toMatchObject({
      hasErrors: true,
      results: [
        {
          referenceId: 'nobody',
          errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] }],
        },
      ],
    })
    expect(await count(org, 'Account')).toBe(0)
  })
})

/** https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-subrequest-result.html */
it('a part is named by letters, numbers and underscores', async () => {
  const compositeRequest = [node('ref-1', 'Account', { Name: 'Acme' })]
  const graphs = [{ graphId: '1', compositeRequest }]
  const message =
    "Provided referenceId ('ref-1') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_')."
  const refused = { status: 400, body: [{ errorCode: 'JSON_PARSER_ERROR', message }] }
  const org = orgUnderTest(plainOrg())
  expect(await org.call('POST', `${DATA}/composite`, { body: { compositeRequest } })).toMatchObject(
    refused,
  )
  expect(await org.call('POST', `${DATA}/composite/graph`, { body: { graphs } })).toMatchObject(
    refused,
  )
})
