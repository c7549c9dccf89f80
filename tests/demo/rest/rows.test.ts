import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { createApp } from '#demo/app.ts'
import { deal, one, people, smallOrg } from '../small-org.ts'
import { served } from './served.ts'

const DATA = '/services/data/v67.0'

describe('a row', () => {
  it('of an account has an entity tag that changes with it', async () => {
    const { call, me } = served()
    const id = me.create('Account', { Name: 'Acme' })
    const path = `/sobjects/Account/${id}`
    const tag = (await call('GET', path)).headers.get('ETag') ?? ''
    expect(tag).toMatch(/^".+--gzip"$/)
    const unchanged = await call('GET', path, { headers: { 'If-None-Match': tag } })
    expect([unchanged.status, await unchanged.text()]).toEqual([304, ''])
    const change = (site: string) =>
      call('PATCH', path, { headers: { 'If-Match': tag }, body: { Site: site } })
    expect((await change('Paris')).status).toBe(204)
    expect((await change('Lyon')).status).toBe(412)
    expect(one(me, 'SELECT Site FROM Account')['Site']).toBe('Paris')
  })

  it('may be called .json up to version 57', async () => {
    const { me, send } = served()
    const path = `sobjects/Account/${me.create('Account', { Name: 'Acme' })}.json?fields=Name`
    const statusIn = async (version: string) =>
      (await send(`/services/data/v${version}/${path}`, {})).status
    expect([await statusIn('57.0'), await statusIn('58.0')]).toEqual([200, 404])
  })

  it('of a file tells where its content is, which comes as bytes', async () => {
    const { call, me } = served()
    const text = '{"key":"acme"}'
    const id = me.create('StaticResource', {
      Name: 'Segue_Templates',
      ContentType: 'application/json',
      Body: Buffer.from(text).toString('base64'),
    })
    const row = one(me, "SELECT Body FROM StaticResource WHERE Name = 'Segue_Templates'")
    expect(row['Body']).toBe(`${DATA}/sobjects/StaticResource/${id}/Body`)
    const content = await call('GET', `/sobjects/StaticResource/${id}/Body`)
    expect(content.headers.get('Content-Type')).toBe('application/octet-stream')
    expect(await content.text()).toBe(text)
    expect((await call('GET', '/sobjects/StaticResource/081000000000001AAA/Body')).status).toBe(404)
  })

  it('of a deal has none', async () => {
    const { call, me } = served()
    const id = me.create('Opportunity', deal)
    expect((await call('GET', `/sobjects/Opportunity/${id}`)).headers.has('ETag')).toBe(false)
  })

  it.each([
    ['Mon, 23 Nov 2026 10:00:00 GMT', 412],
    ['Mon, 23 Nov 2026 10:00:30 GMT', 204],
    ['yesterday', 400],
  ])('is changed under If-Unmodified-Since %s with %i', async (since, status) => {
    const { call, me, clock } = served()
    const id = me.create('Opportunity', deal)
    clock.advance(30)
    me.update('Opportunity', id, { NextStep: 'Call' })
    const headers = { 'If-Unmodified-Since': since }
    const response = await call('PATCH', `/sobjects/Opportunity/${id}`, {
      headers,
      body: { NextStep: 'Mail' },
    })
    expect(response.status).toBe(status)
  })

  it('is kept from a composite whose part it is when it has changed since', async () => {
    const { call, me, clock } = served()
    const id = me.create('Opportunity', deal)
    clock.advance(30)
    me.update('Opportunity', id, { NextStep: 'Call' })
    const part = (referenceId: string, httpHeaders: Record<string, string>) => ({
      method: 'PATCH',
      url: `${DATA}/sobjects/Opportunity/${id}`,
      referenceId,
      httpHeaders,
      body: { NextStep: referenceId },
    })
    const late = part('late', { 'If-Unmodified-Since': 'Mon, 23 Nov 2026 10:00:00 GMT' })
    const body = { allOrNone: true, compositeRequest: [part('first', {}), late] }
    expect(await (await call('POST', '/composite', { body })).json()).toMatchObject({
      compositeResponse: [{ httpStatusCode: 400 }, { httpStatusCode: 412 }],
    })
    expect(one(me, 'SELECT NextStep FROM Opportunity')['NextStep']).toBe('Call')
  })
})

describe('the id of a record', () => {
  it.each([
    ['POST', ''],
    ['PATCH', '/<id>'],
  ])('stands in no body of a %s', async (method, place) => {
    const { answer, me } = served()
    const id = me.create('Account', { Name: 'Acme' })
    const path = `/sobjects/Account${place.replace('<id>', id)}`
    // https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_sobject_create.htm
    expect(await answer(method, path, { body: { id, Name: 'Bolt' } })).toEqual({
      status: 400,
      body: [
        {
          errorCode: 'INVALID_FIELD',
          message: 'The Id field should not be specified in the sobject data.',
        },
      ],
    })
    expect(one(me, 'SELECT Name FROM Account')['Name']).toBe('Acme')
  })
})

it('a new record of a collection brings no id', async () => {
  const { answer, me } = served()
  const Id = me.create('Account', { Name: 'Acme' })
  const records = [{ attributes: { type: 'Account' }, Id, Name: 'Bolt' }]
  const { body } = await answer('POST', '/composite/sobjects', { body: { records } })
  const errors = [
    {
      statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      message: 'cannot specify Id in an insert call',
      fields: ['Id'],
    },
  ]
  expect(body).toEqual([{ success: false, errors }])
})

describe('an answer', () => {
  it('is laid out for people where X-PrettyPrint asks for it', async () => {
    const { call } = served()
    const textOf = async (headers: Record<string, string>) =>
      (await call('GET', '/limits', { headers })).text()
    const [pretty, plain] = [await textOf({ 'X-PrettyPrint': '1' }), await textOf({})]
    expect([pretty.includes('\n  "'), plain.includes('\n')]).toEqual([true, false])
  })
})

describe('a session', () => {
  it('ends when it is not used for two hours, and lasts while it is', async () => {
    const { call, clock } = served()
    for (const minutes of [100, 100, 121]) {
      clock.advance(minutes * 60)
      expect((await call('GET', '/limits')).status).toBe(minutes > 120 ? 401 : 200)
    }
  })

  it('ends when its user is deactivated', async () => {
    const { call, me, org } = served()
    expect((await call('GET', '/limits')).status).toBe(200)
    me.update('User', people.admin, { IsActive: false })
    expect(org.sessionOf(org.signIn(people.admin))).toBeUndefined()
    expect((await call('GET', '/limits')).status).toBe(401)
  })
})

describe('an API version', () => {
  it.each([
    ['v31.0', 200],
    ['v67.0', 200],
    ['v68.0', 404],
    ['v30.0', 410],
    ['latest', 404],
  ])('%s answers %i', async (version, status) => {
    const { org } = smallOrg()
    const headers = { Authorization: `Bearer ${org.signIn(people.admin)}` }
    const address = `https://small.my.salesforce.com/services/data/${version}/limits`
    expect((await createApp([org]).request(address, { headers })).status).toBe(status)
  })
})

it('a collection of more than 200 records is refused as a whole', async () => {
  const { answer, me } = served()
  const record = { attributes: { type: 'Account' }, Name: 'Acme' }
  const sent = { body: { records: Array.from({ length: 201 }, () => record) } }
  const message = 'record limit reached. cannot submit more than 200 records into this call'
  expect(await answer('POST', '/composite/sobjects', sent)).toEqual({
    status: 400,
    body: [{ errorCode: 'EXCEEDED_ID_LIMIT', message }],
  })
  expect(me.query('SELECT Id FROM Account')).toEqual([])
})

it('a query of more than 2000 groups is refused', async () => {
  const Account = Array.from({ length: 2001 }, (_, at) => ({ Name: `Acme ${at}` }))
  const { answer } = served({ records: { Account } })
  const query = (limit: string) =>
    answer('GET', `/query?q=SELECT+Name,COUNT(Id)+FROM+Account+GROUP+BY+Name${limit}`)
  const message =
    'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch'
  expect((await query('')).body).toEqual([{ errorCode: 'EXCEEDED_ID_LIMIT', message }])
  expect((await query('+LIMIT+2000')).body).toMatchObject({ totalSize: 2000 })
})

describe('a value that cannot be read', () => {
  const message =
    'Cannot deserialize instance of int from VALUE_STRING value many or request may be missing a required field at [line:1, column:170]'
  const refused = { status: 400, body: [{ errorCode: 'JSON_PARSER_ERROR', message }] }
  const record = (referenceId: string, NumberOfEmployees: unknown) => ({
    attributes: { type: 'Account', referenceId },
    Name: 'Acme',
    NumberOfEmployees,
  })
  const body = { records: [record('one', 1), record('two', 'many')] }

  it.each(['/composite/sobjects', '/composite/tree/Account'])(
    'refuses all that is sent to %s, and no single record',
    async (path) => {
      const { answer, me } = served()
      expect(await answer('POST', path, { body })).toEqual(refused)
      expect(me.query('SELECT Id FROM Account')).toEqual([])
    },
  )
})

it.each([
  ['five times over', 5, 200],
  ['more often', 6, 400],
])('a collection that goes from object to object %s', async (_, times, status) => {
  const { answer, me } = served()
  const both = [
    { attributes: { type: 'Account' }, Name: 'Acme' },
    { attributes: { type: 'Contact' }, LastName: 'Able' },
  ]
  const records = Array.from({ length: times }, () => both).flat()
  expect((await answer('POST', '/composite/sobjects', { body: { records } })).status).toBe(status)
  expect(me.query('SELECT Id FROM Account')).toHaveLength(status === 200 ? times : 0)
})

it.each([
  ['DELETE', '/composite/sobjects', 'ids'],
  ['DELETE', '/composite/sobjects?ids=', 'ids'],
  ['GET', '/composite/sobjects/Account?fields=Id', 'ids'],
  ['GET', '/composite/sobjects/Account?ids=001Hu00000AcmeAIAR', 'fields'],
])('%s of %s lacks its %s', async (method, path, missing) => {
  expect(await served().answer(method, path)).toEqual({
    status: 400,
    body: [{ errorCode: 'MISSING_ARGUMENT', message: `The parameter ${missing} is required` }],
  })
})
