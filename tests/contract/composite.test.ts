import { describe, expect, it } from 'vitest'
import { isObject } from './likeness.ts'
import { orgUnderTest, type OrgUnderTest } from './org-under-test.ts'
import { plainOrg } from './plain-org.ts'

const DATA = '/services/data/v67.0'
const acme = '001Hu00000AcmeAIAR'

interface Part {
  readonly method: string
  readonly url: string
  readonly referenceId: string
  readonly body?: unknown
  readonly httpHeaders?: Readonly<Record<string, string>>
}

function plain(): OrgUnderTest {
  return orgUnderTest(plainOrg({ Account: [{ Id: acme, Name: 'Acme' }] }))
}

async function composed(org: OrgUnderTest, parts: readonly Part[], allOrNone = false) {
  const body = { allOrNone, compositeRequest: parts }
  const answer = await org.call('POST', `${DATA}/composite`, { body })
  const parsed = isObject(answer.body) ? answer.body['compositeResponse'] : undefined
  const answers = Array.isArray(parsed) ? parsed.filter(isObject) : []
  return { status: answer.status, body: answer.body, answers }
}

function create(referenceId: string, object: string, body: unknown): Part {
  return { method: 'POST', url: `${DATA}/sobjects/${object}`, referenceId, body }
}

function read(referenceId: string, soql: string): Part {
  return { method: 'GET', url: `${DATA}/query?q=${encodeURIComponent(soql)}`, referenceId }
}

async function count(org: OrgUnderTest, object: string): Promise<unknown> {
  const { body } = await org.call('GET', `${DATA}/query?q=SELECT+COUNT()+FROM+${object}`)
  return isObject(body) ? body['totalSize'] : undefined
}

const HALTED = {
  errorCode: 'PROCESSING_HALTED',
  message:
    'The transaction was rolled back since another operation in the same transaction failed.',
}

describe('a composite call', () => {
  it('gives later parts the answers of earlier ones, in addresses and bodies', async () => {
    const org = plain()
    const { answers } = await composed(org, [
      create('one', 'Account', { Name: 'One' }),
      create('person', 'Contact', { LastName: 'Able', AccountId: '@{one.id}' }),
      { method: 'GET', url: `${DATA}/sobjects/Account/@{one.id}?fields=Name`, referenceId: 'back' },
      read('found', "SELECT Id FROM Account WHERE Name = 'One'"),
      create('second', 'Contact', { LastName: 'Best', AccountId: '@{found.records[0].Id}' }),
    ])
    expect(answers.map((answer) => answer['httpStatusCode'])).toEqual([201, 201, 200, 200, 201])
    expect(answers[0]?.['httpHeaders']).toMatchObject({
      Location: expect.stringMatching(/^\/services\/data\/v67\.0\/sobjects\/Account\/001\w{15}$/),
    })
    expect(answers[2]?.['body']).toMatchObject({ Name: 'One' })
    const people = await org.call('GET', `${DATA}/query?q=SELECT+Account.Name+FROM+Contact`)
    expect(people.body).toMatchObject({
      records: [{ Account: { Name: 'One' } }, { Account: { Name: 'One' } }],
    })
  })

  it('answers 200 though everything failed, each part with its own error', async () => {
    const { status, answers } = await composed(plain(), [
      create('one', 'Account', {}),
      read('two', 'SELECT Nope FROM Account'),
    ])
    expect(status).toBe(200)
    expect(answers).toMatchObject([
      { httpStatusCode: 400, referenceId: 'one', body: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] },
      { httpStatusCode: 400, referenceId: 'two', body: [{ errorCode: 'INVALID_FIELD' }] },
    ])
  })

  it('halts only what depends on a failed part', async () => {
    const org = plain()
    const { answers } = await composed(org, [
      create('bad', 'Account', {}),
      create('child', 'Contact', { LastName: 'Able', AccountId: '@{bad.id}' }),
      create('other', 'Account', { Name: 'Other' }),
    ])
    expect(answers[1]).toMatchObject({
      httpStatusCode: 400,
      body: [
        {
          errorCode: 'PROCESSING_HALTED',
          message: expect.stringContaining(
            'Invalid reference specified. No value for bad.id found in bad.',
          ),
        },
      ],
    })
    expect(answers[2]).toMatchObject({ httpStatusCode: 201 })
    expect(await count(org, 'Contact')).toBe(0)
  })

  it('gives later parts the records that a collection saved beside others that failed', async () => {
    const org = plain()
    const attributes = { type: 'Account' }
    const { answers } = await composed(org, [
      {
        method: 'POST',
        url: `${DATA}/composite/sobjects`,
        referenceId: 'many',
        body: { records: [{ attributes, Name: 'Fine' }, { attributes }] },
      },
      create('person', 'Contact', { LastName: 'Able', AccountId: '@{many[0].id}' }),
      create('nobody', 'Contact', { LastName: 'Best', AccountId: '@{many[1].id}' }),
    ])
    expect(answers).toMatchObject([
      { httpStatusCode: 200 },
      { httpStatusCode: 201 },
      { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
    ])
    const people = await org.call('GET', `${DATA}/query?q=SELECT+Account.Name+FROM+Contact`)
    expect(people.body).toMatchObject({ records: [{ Account: { Name: 'Fine' } }] })
  })

  it('undoes everything with allOrNone; the culprit keeps its error, the others are halted', async () => {
    const org = plain()
    const { answers } = await composed(
      org,
      [
        create('one', 'Account', { Name: 'One' }),
        {
          method: 'PATCH',
          url: `${DATA}/sobjects/Account/${acme}`,
          referenceId: 'two',
          body: { Name: 'Changed' },
        },
        create('bad', 'Account', {}),
        create('late', 'Account', { Name: 'Late' }),
      ],
      true,
    )
    expect(answers).toMatchObject([
      { httpStatusCode: 400, body: [HALTED], httpHeaders: {} },
      { httpStatusCode: 400, body: [HALTED], httpHeaders: {} },
      { httpStatusCode: 400, body: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] },
      { httpStatusCode: 400, body: [HALTED], httpHeaders: {} },
    ])
    expect(await count(org, 'Account')).toBe(1)
    const kept = await org.call('GET', `${DATA}/sobjects/Account/${acme}?fields=Name`)
    expect(kept.body).toMatchObject({ Name: 'Acme' })
  })

  it('undoes a collection with the rest though records in it say success', async () => {
    const org = plain()
    const records = [
      { attributes: { type: 'Account' }, Name: 'Fine' },
      { attributes: { type: 'Account' } },
    ]
    const { answers } = await composed(
      org,
      [
        create('one', 'Account', { Name: 'One' }),
        {
          method: 'POST',
          url: `${DATA}/composite/sobjects`,
          referenceId: 'many',
          body: { allOrNone: false, records },
        },
      ],
      true,
    )
    expect(answers[0]).toMatchObject({ httpStatusCode: 400, body: [HALTED] })
    expect(answers[1]?.['body']).toMatchObject([
      { success: true },
      { success: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING' }] },
    ])
    expect(await count(org, 'Account')).toBe(1)
  })

  it.each(['Accept', 'authorization', 'Content-Type'])(
    'is refused whole where a part brings its own header %s',
    async (header) => {
      const part = create('one', 'Account', { Name: 'One' })
      const org = plain()
      const { status } = await composed(org, [{ ...part, httpHeaders: { [header]: 'x' } }])
      expect(status).toBe(400)
      expect(await count(org, 'Account')).toBe(1)
    },
  )

  it('of 26 parts is refused as a whole, in the shape of one', async () => {
    const org = plain()
    const parts = Array.from({ length: 26 }, (_, at) => create(`r${at}`, 'Account', { Name: 'A' }))
    const { status, body } = await composed(org, parts)
    expect(status).toBe(400)
    const message = 'The request can’t contain more than 25 operations.'
    const said = [{ errorCode: 'LIMIT_EXCEEDED', message }]
    const part = { body: said, httpHeaders: {}, httpStatusCode: 400, referenceId: null }
    expect(body).toEqual({ compositeResponse: [part] })
    expect(await count(org, 'Account')).toBe(1)
  })

  it('keeps to the condition of one part', async () => {
    const since = 'Tue, 10 Aug 2015 00:00:00 GMT'
    const { answers } = await composed(plain(), [
      {
        method: 'PATCH',
        url: `${DATA}/sobjects/Account/${acme}`,
        referenceId: 'late',
        httpHeaders: { 'If-Unmodified-Since': since },
        body: { Name: 'Too late' },
      },
      { method: 'GET', url: `${DATA}/sobjects/Account/${acme}?fields=Name`, referenceId: 'read' },
    ])
    expect(answers).toMatchObject([{ httpStatusCode: 412 }, { body: { Name: 'Acme' } }])
  })

  it.each([
    [
      '6 queries',
      Array.from({ length: 6 }, (_, index) => read(`r${index}`, 'SELECT Id FROM Account')),
    ],
    [
      'one name twice',
      [create('same', 'Account', { Name: 'A' }), create('same', 'Account', { Name: 'B' })],
    ],
    ['a name with a hyphen', [create('not-good', 'Account', { Name: 'A' })]],
  ])('is refused as a whole with %s', async (_, parts) => {
    const org = plain()
    const { status, body } = await composed(org, parts)
    expect(status).toBe(400)
    expect(body).toEqual([expect.objectContaining({ errorCode: expect.any(String) })])
    expect(await count(org, 'Account')).toBe(1)
  })

  it('counts as one call', async () => {
    const org = plain()
    const usage = async () => {
      const { headers } = await org.call('GET', `${DATA}/limits`)
      return Number(/api-usage=(\d+)/.exec(headers.get('Sforce-Limit-Info') ?? '')?.[1])
    }
    const before = await usage()
    await composed(org, [read('a', 'SELECT Id FROM Account'), read('b', 'SELECT Id FROM Account')])
    expect(await usage()).toBe(before + 2)
  })
})
