import { describe, expect, it } from 'vitest'
import { differences, isObject } from './likeness.ts'
import { orgUnderTest, type Sent } from './org-under-test.ts'
import { admin, plainOrg } from './plain-org.ts'
import { recorded } from './recording.ts'

const DATA = '/services/data/v67.0'
const acme = '001Hu00000AcmeAIAR'

const seed = plainOrg({
  Account: [
    { Id: acme, Name: 'Acme', OwnerId: admin.id },
    ...Array.from({ length: 2000 }, (_, index) => ({ Name: `Account ${index}` })),
  ],
  Contact: [
    { LastName: 'Able', Email: 'same@example.com', AccountId: acme },
    { LastName: 'Best', Email: 'same@example.com', AccountId: acme },
  ],
})

interface Sample {
  readonly file: string
  readonly status: number
  readonly call: readonly [method: string, path: string, sent?: Sent]
}

const refusals: readonly Sample[] = [
  {
    file: 'expired_session',
    status: 401,
    call: ['GET', '/limits', { headers: { Authorization: 'Bearer expired' } }],
  },
  { file: 'search_error', status: 400, call: ['GET', '/search?q=FIND+acme'] },
  { file: 'sobject_describe_error', status: 404, call: ['GET', '/sobjects/Whizbang/describe'] },
  { file: 'sobject_find_error', status: 404, call: ['GET', '/sobjects/Account/23foo'] },
  { file: 'delete_error', status: 404, call: ['DELETE', '/sobjects/Account/rid'] },
  {
    file: 'upsert_error',
    status: 404,
    call: ['PATCH', '/sobjects/Account/Namez/x', { body: { Name: 'A' } }],
  },
  {
    file: 'write_error',
    status: 400,
    call: ['POST', '/sobjects/Account', { body: { Name: 'A', foo: 'x' } }],
  },
]

describe('a sample of a refusal', () => {
  it.each(refusals)('$file is what the org answers', async ({ file, status, call }) => {
    const [method, path, sent] = call
    const answer = await orgUnderTest(seed).call(method, `${DATA}${path}`, sent)
    const sample = recorded(`restforce/${file}_response.json`)
    expect(answer.status).toBe(status)
    expect(answer.body).toEqual([ofAccount(sample)])
  })
})

/** The sample's error, its object "Bar" being Account here. */
function ofAccount(sample: unknown): unknown {
  const [error] = Array.isArray(sample) ? sample : []
  return JSON.parse(JSON.stringify(error).replace('type Bar', 'type Account'))
}

const answers: readonly Sample[] = [
  {
    file: 'query_empty_response',
    status: 200,
    call: ['GET', "/query?q=SELECT+Id+FROM+Account+WHERE+Name='nobody'"],
  },
  {
    file: 'query_paginated_first_page_response',
    status: 200,
    call: ['GET', '/query?q=SELECT+Name+FROM+Account'],
  },
  {
    file: 'create_success_response',
    status: 201,
    call: ['POST', '/sobjects/Account', { body: { Name: 'A' } }],
  },
]

describe('a sample of an answer', () => {
  it.each(answers)(
    '$file has the keys and types the org answers with',
    async ({ file, status, call }) => {
      const [method, path, sent] = call
      const answer = await orgUnderTest(seed).call(method, `${DATA}${path}`, sent)
      expect(answer.status).toBe(status)
      expect(
        differences(
          withoutRecords(recorded(`restforce/${file}.json`)),
          withoutRecords(answer.body),
        ),
      ).toEqual([])
    },
  )

  it('of several matches of an external id lists the addresses with status 300', async () => {
    const path = `${DATA}/sobjects/Contact/Email/same@example.com`
    const { status, body } = await orgUnderTest(seed).call('GET', path)
    expect(status).toBe(300)
    expect(differences(recorded('restforce/upsert_multiple_error_response.json'), body)).toEqual([])
    expect(body).toEqual([
      expect.stringMatching(/^\/services\/data\/v67\.0\/sobjects\/Contact\/003\w{15}$/),
      expect.stringMatching(/^\/services\/data\/v67\.0\/sobjects\/Contact\/003\w{15}$/),
    ])
  })

  it('of a grouped query has records of AggregateResult without an address', async () => {
    const path = `${DATA}/query?q=SELECT+AccountId,COUNT(Id)+FROM+Contact+GROUP+BY+AccountId`
    const { body } = await orgUnderTest(seed).call('GET', path)
    const sample = recorded('restforce/query_aggregate_success_response.json')
    const [theirs] = recordsOf(sample)
    const [ours] = recordsOf(body)
    expect(ours?.['attributes']).toEqual(theirs?.['attributes'])
    expect(Object.keys(ours ?? {})).toEqual(['attributes', 'AccountId', 'expr0'])
  })

  it('of a last page has no address of a next one', async () => {
    const org = orgUnderTest(seed)
    const first = await org.call('GET', `${DATA}/query?q=SELECT+Name+FROM+Account`)
    const next = isObject(first.body) ? String(first.body['nextRecordsUrl']) : ''
    const { body } = await org.call('GET', next)
    const sample = recorded('restforce/query_paginated_last_page_response.json')
    expect(differences(withoutRecords(sample), withoutRecords(body))).toEqual([])
  })

  it('of the versions has their label, address and number', async () => {
    const { status, body } = await orgUnderTest(seed).call('GET', '/services/data')
    const sample = recorded('restforce/services_data_success_response.json')
    expect(status).toBe(200)
    expect(differences(sample, body)).toEqual([])
  })
})

function withoutRecords(body: unknown): unknown {
  return isObject(body) && 'records' in body ? { ...body, records: [] } : body
}

function recordsOf(body: unknown): Record<string, unknown>[] {
  return isObject(body) && Array.isArray(body['records']) ? body['records'].filter(isObject) : []
}
