import { describe, expect, it } from 'vitest'
import { orgUnderTest } from './org-under-test.ts'
import { deal, people } from '../demo/small-org.ts'
import { served } from '../demo/rest/served.ts'
import { admin, plainOrg } from './plain-org.ts'

const DATA = '/services/data/v67.0'
const acme = '001Hu00000AcmeAIAR'
const none = '001Hu00000NoneAIAR'

function plain() {
  const { call } = orgUnderTest(
    plainOrg({
      Account: [{ Id: acme, Name: 'Acme', OwnerId: admin.id }],
      Contact: [
        { LastName: 'Able', AccountId: acme },
        { LastName: 'Best', AccountId: acme },
      ],
    }),
  )
  return (method: string, path: string, body?: unknown) => call(method, `${DATA}${path}`, { body })
}

describe('the address of a relationship', () => {
  it('gives children as a query does, with the fields asked for', async () => {
    const { status, body } = await plain()(
      'GET',
      `/sobjects/Account/${acme}/Contacts?fields=LastName`,
    )
    expect(status).toBe(200)
    expect(body).toMatchObject({
      totalSize: 2,
      done: true,
      records: [{ attributes: { type: 'Contact' }, LastName: 'Able' }, { LastName: 'Best' }],
    })
  })

  it('gives a parent as its own row, and takes changes to it', async () => {
    const call = plain()
    const owner = await call('GET', `/sobjects/Account/${acme}/Owner?fields=Name`)
    expect(owner.body).toMatchObject({ attributes: { type: 'User' }, Name: admin.name })
    const made = await call('POST', '/sobjects/Account', { Name: 'Child', ParentId: acme })
    const child = String(Object(made.body)['id'])
    const changed = await call('PATCH', `/sobjects/Account/${child}/Parent`, { Site: 'Rome' })
    expect(changed.status).toBe(204)
    const { body } = await call('GET', `/sobjects/Account/${acme}?fields=Site`)
    expect(body).toMatchObject({ Site: 'Rome' })
  })

  /** https://developer.salesforce.com/docs/platform/api-rest/guide/dome-relationship-traversal.html */
  it('leads over parents to what they have, through five at most', async () => {
    const call = plain()
    const made = await call('POST', '/sobjects/Account', { Name: 'Child', ParentId: acme })
    const child = `/sobjects/Account/${String(Object(made.body)['id'])}`
    const owner = await call('GET', `${child}/Parent/Owner?fields=Name`)
    expect(owner.body).toMatchObject({ attributes: { type: 'User' }, Name: admin.name })
    const contacts = await call('GET', `${child}/Parent/Contacts?fields=LastName`)
    expect(contacts.body).toMatchObject({ totalSize: 2 })
    const tooFar = await call('GET', `${child}/Parent${'/Owner/Manager'.repeat(3)}`)
    expect(tooFar.status).toBe(404)
    const below = await call('GET', `/sobjects/Account/${acme}/Contacts/Account`)
    expect(below.status).toBe(404)
  })

  it.each([`${acme}/Parent`, `${acme}/Nothing`, `${none}/Contacts`, `${acme}/Parent/Owner`])(
    'is not found when there is nothing behind it: %s',
    async (path) => {
      const { status, body } = await plain()('GET', `/sobjects/Account/${path}`)
      expect(status).toBe(404)
      expect(body).toMatchObject([{ errorCode: 'NOT_FOUND' }])
    },
  )
})

describe('what has changed', () => {
  const span = 'start=2026-11-23T00:00:00Z&end=2026-11-24T00:00:00%2B00:00'

  it('is listed by id, and what was deleted with the time', async () => {
    const call = plain()
    const made = await call('POST', '/sobjects/Account', { Name: 'Short-lived' })
    const id = Object(made.body)['id']
    const updated = await call('GET', `/sobjects/Account/updated/?${span}`)
    expect(updated.body).toEqual({
      ids: expect.arrayContaining([id]),
      latestDateCovered: '2026-11-23T12:00:00.000+0000',
    })
    await call('DELETE', `/sobjects/Account/${id}`)
    const deleted = await call('GET', `/sobjects/Account/deleted/?${span}`)
    expect(deleted.body).toEqual({
      deletedRecords: [{ id, deletedDate: '2026-11-23T12:00:00.000+0000' }],
      earliestDateAvailable: '2026-11-08T12:00:00.000+0000',
      latestDateCovered: '2026-11-23T12:00:00.000+0000',
    })
  })

  // Members of a team and their shares never lie in the recycle bin.
  it('is listed by id where what is deleted is gone at once', async () => {
    const { answer, me } = served()
    const OpportunityId = me.create('Opportunity', deal)
    const id = me.create('OpportunityTeamMember', { OpportunityId, UserId: people.seller })
    expect((await answer('DELETE', `/sobjects/OpportunityTeamMember/${id}`)).status).toBe(204)
    const path = `/sobjects/OpportunityTeamMember/deleted?${span}`
    expect((await answer('GET', path)).body).toMatchObject({
      deletedRecords: [{ id, deletedDate: '2026-11-23T10:00:00.000+0000' }],
    })
    const found = `/queryAll?q=SELECT+Id+FROM+OpportunityTeamMember`
    expect((await answer('GET', found)).body).toMatchObject({ totalSize: 0 })
  })

  it('is not listed when it is more than thirty days ago, nor told by the second', async () => {
    const changed = (Id: string, SystemModstamp: string) => ({ Id, Name: Id, SystemModstamp })
    const { answer } = served({
      records: {
        Account: [
          changed(acme, '2026-10-20T10:00:00.000+0000'),
          changed(none, '2026-11-20T10:00:30.000+0000'),
        ],
      },
    })
    const asked = async (start: string, end: string) =>
      (await answer('GET', `/sobjects/Account/updated?start=${start}&end=${end}`)).body
    const fresh = { ids: [none] }
    expect(await asked('2026-10-01T00:00:00Z', '2026-12-01T00:00:00Z')).toMatchObject(fresh)
    expect(await asked('2026-11-20T10:00:59Z', '2026-11-20T10:01:00Z')).toMatchObject(fresh)
  })

  it('needs a span of a minute at least', async () => {
    const moment = '2026-11-23T00:00:00Z'
    const path = `/sobjects/Account/updated?start=${moment}&end=${moment}`
    expect(await plain()('GET', path)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_REPLICATION_DATE' }],
    })
  })

  it('by the caller is listed as recent, the newest first', async () => {
    const call = plain()
    await call('POST', '/sobjects/Account', { Name: 'New' })
    const { body } = await call('GET', '/recent')
    expect(body).toContainEqual({
      attributes: { type: 'Account', url: expect.stringContaining('/sobjects/Account/001') },
      Id: expect.stringMatching(/^001/),
      Name: 'New',
    })
    expect((await call('GET', '/recent?limit=1')).body).toHaveLength(1)
    const inShort = await call('GET', '/sobjects/Account')
    expect(inShort.body).toMatchObject({ recentItems: [{ Name: 'New' }, { Name: 'Acme' }] })
  })
})

it('a record may be posted to its Id', async () => {
  const { status, body } = await plain()('POST', '/sobjects/Account/Id', { Name: 'New' })
  expect(status).toBe(201)
  expect(body).toMatchObject({ success: true })
})

describe('a collection', () => {
  const failed = (statusCode: string, message: string) => ({
    success: false,
    errors: [{ statusCode, message, fields: [] }],
  })
  const missing = failed('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id')

  it('names a record that is not there by the cross reference', async () => {
    const records = [{ attributes: { type: 'Account' }, Id: none, Name: 'X' }]
    const changed = await plain()('PATCH', '/composite/sobjects', { records })
    expect(changed.body).toEqual([missing])
    const removed = await plain()('DELETE', `/composite/sobjects?ids=${none},abc`)
    expect(removed.body).toEqual([missing, failed('MALFORMED_ID', 'malformed id abc')])
  })

  it('does not upsert what has no key', async () => {
    const records = [{ attributes: { type: 'Contact' }, LastName: 'Able' }]
    const { body } = await plain()('PATCH', '/composite/sobjects/Contact/Email', { records })
    expect(body).toEqual([failed('MISSING_ARGUMENT', 'Email not specified')])
  })
})

it('a composite request takes records and queries only', async () => {
  const part = (path: string, index: number) => ({
    method: 'GET',
    url: `${DATA}${path}`,
    referenceId: `part${index}`,
  })
  const compositeRequest = ['/sobjects', '/limits', '/composite'].map(part)
  const { body } = await plain()('POST', '/composite', { compositeRequest })
  expect(body).toMatchObject({
    compositeResponse: [
      { httpStatusCode: 200 },
      { httpStatusCode: 400, body: [{ errorCode: 'INVALID_INPUT' }] },
      { httpStatusCode: 400, body: [{ errorCode: 'INVALID_INPUT' }] },
    ],
  })
})

it.each([
  { length: 16_500, header: 0, status: 414 },
  { length: 10_000, header: 10_000, status: 431 },
])('an address of $length and $header more is refused with $status', async (asked) => {
  const { call } = orgUnderTest(plainOrg())
  const headers = { 'X-Long': 'x'.repeat(asked.header) }
  const path = `${DATA}/query?q=${'x'.repeat(asked.length)}`
  expect((await call('GET', path, { headers })).status).toBe(asked.status)
})

it('who the caller is says where everything is, and how far from UTC', async () => {
  const seed = plainOrg()
  seed.org.users = [{ ...admin, timeZone: 'America/St_Johns' }]
  const { body } = await orgUnderTest(seed).call('GET', '/services/oauth2/userinfo')
  expect(body).toMatchObject({
    utcOffset: -3.5 * 3_600_000,
    urls: {
      recent: 'https://plain.my.salesforce.com/services/data/v{version}/recent/',
      custom_domain: 'https://plain.my.salesforce.com',
    },
  })
})

it('records are counted of every object where none is named', async () => {
  const { call } = orgUnderTest(plainOrg({ Account: [{ Name: 'Acme' }, { Name: 'Bolt' }] }))
  const { body } = await call('GET', `${DATA}/limits/recordCount`)
  expect(body).toMatchObject({
    sObjects: expect.arrayContaining([
      { count: 2, name: 'Account' },
      { count: 1, name: 'User' },
    ]),
  })
})
