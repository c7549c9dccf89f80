import { describe, expect, it } from 'vitest'
import { deal, one, people } from '../small-org.ts'
import { served } from './served.ts'

describe('an external id', () => {
  it('of fifteen letters and digits is no record id', async () => {
    const { answer, me } = served()
    const id = me.create('Opportunity', { ...deal, Name: 'AcmeRenewal2026' })
    const path = '/sobjects/Opportunity/Name/AcmeRenewal2026'
    expect((await answer('GET', path)).body).toMatchObject({ Id: id })
    const changed = await answer('PATCH', path, { body: { NextStep: 'Call' } })
    expect(changed).toMatchObject({ status: 200, body: { id, created: false } })
    expect(one(me, 'SELECT NextStep FROM Opportunity')['NextStep']).toBe('Call')
  })
})

describe('an upsert', () => {
  it('that changed a record says so since version 46, and nothing before', async () => {
    const { send, me } = served()
    const id = me.create('Opportunity', deal)
    const upsert = async (version: string) => {
      const path = `/services/data/v${version}/sobjects/Opportunity/Name/Deal`
      const headers = { 'Content-Type': 'application/json' }
      const response = await send(path, { method: 'PATCH', headers, body: '{"NextStep":"Call"}' })
      return [response.status, await response.text()]
    }
    expect(await upsert('45.0')).toEqual([204, ''])
    const said = JSON.stringify({ id, success: true, errors: [], created: false })
    expect(await upsert('46.0')).toEqual([200, said])
  })

  it('is refused when its body repeats the key of its address', async () => {
    const { answer, me } = served()
    const sent = { body: { ...deal, name: 'Other' } }
    expect(await answer('PATCH', '/sobjects/Opportunity/Name/Deal', sent)).toEqual({
      status: 400,
      body: [
        {
          errorCode: 'INVALID_FIELD',
          message: 'The Name field should not be specified in the sobject data.',
          fields: ['Name'],
        },
      ],
    })
    expect(me.query('SELECT Id FROM Opportunity')).toEqual([])
  })

  it('of several records finds the key however its name is written', async () => {
    const { answer, me } = served()
    const attributes = { type: 'Contact' }
    const id = me.create('Contact', { LastName: 'Able', Email: 'ann@b.example' })
    const upsert = (field: string, record: Readonly<Record<string, string>>) =>
      answer('PATCH', `/composite/sobjects/Contact/${field}`, {
        body: { records: [{ attributes, ...record }] },
      })
    const changed = [{ id, created: false, success: true, errors: [] }]
    expect((await upsert('Id', { id, LastName: 'Best' })).body).toEqual(changed)
    expect((await upsert('email', { email: 'ann@b.example', LastName: 'Cole' })).body).toEqual(
      changed,
    )
    expect(me.query('SELECT LastName FROM Contact')).toMatchObject([{ LastName: 'Cole' }])
  })

  it('of several records refuses those with the same id, as an update does', async () => {
    const { answer, me } = served()
    const Id = me.create('Contact', { LastName: 'Able' })
    const records = [
      { attributes: { type: 'Contact' }, Id, LastName: 'Best' },
      { attributes: { type: 'Contact' }, id: Id.slice(0, 15), LastName: 'Cole' },
    ]
    const message = `Duplicate id specified: ${Id}`
    const refused = {
      success: false,
      errors: [{ statusCode: 'DUPLICATE_VALUE', message, fields: [] }],
    }
    for (const address of ['/composite/sobjects', '/composite/sobjects/Contact/Id'])
      expect(await answer('PATCH', address, { body: { records } })).toEqual({
        status: 200,
        body: [refused, refused],
      })
    expect(me.query('SELECT LastName FROM Contact')).toMatchObject([{ LastName: 'Able' }])
  })

  it('of several records refuses those with the same key', async () => {
    const { answer, me } = served()
    const contact = (LastName: string, Email: string) => ({
      attributes: { type: 'Contact' },
      LastName,
      Email,
    })
    const records = [
      contact('Able', 'same@b.example'),
      contact('Best', 'other@b.example'),
      contact('Cole', 'SAME@b.example'),
    ]
    const { body } = await answer('PATCH', '/composite/sobjects/Contact/Email', {
      body: { records },
    })
    const twice = (key: string) => ({
      success: false,
      errors: [
        {
          statusCode: 'DUPLICATE_VALUE',
          message: `Duplicate external id specified: ${key}`,
          fields: [],
        },
      ],
    })
    expect(body).toMatchObject([
      twice('same@b.example'),
      { success: true, created: true },
      twice('SAME@b.example'),
    ])
    expect(me.query('SELECT Id FROM Contact')).toHaveLength(1)
  })
})

describe('an upsert of several records', () => {
  const path = '/composite/sobjects/Contact/Email'
  const record = { LastName: 'Able', Email: 'ann@b.example' }

  it('refuses those of another object than its address names, and makes the others', async () => {
    const { answer, me } = served()
    const records = [
      { attributes: { type: 'Lead' }, ...record },
      { attributes: { type: 'contact' }, ...record, Email: 'bea@b.example' },
    ]
    expect((await answer('PATCH', path, { body: { records } })).body).toMatchObject([
      { success: false, errors: [{ statusCode: 'INVALID_TYPE' }] },
      { success: true, created: true },
    ])
    expect(me.query('SELECT Id FROM Contact')).toHaveLength(1)
  })

  it('is refused as a whole where one does not say of which object it is', async () => {
    const { answer } = served()
    expect(await answer('PATCH', path, { body: { records: [record] } })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'JSON_PARSER_ERROR' }],
    })
  })
})

describe('a parent named by a key', () => {
  it('is found by a field that identifies records', async () => {
    const { answer, me } = served()
    const WhoId = me.create('Contact', { LastName: 'Able', Email: 'ann@b.example' })
    const body = {
      Subject: 'Call',
      Who: { attributes: { type: 'Contact' }, Email: 'ann@b.example' },
    }
    expect((await answer('POST', '/sobjects/Task', { body })).status).toBe(201)
    expect(one(me, 'SELECT WhoId FROM Task')).toMatchObject({ WhoId })
  })

  it('says of which object it is where several are possible', async () => {
    const { answer, me } = served()
    const Username = `${people.seller}@small.example`
    const owned = async (Owner: Record<string, unknown>) =>
      answer('POST', '/sobjects/Task', { body: { Subject: 'Call', Owner } })
    expect((await owned({ attributes: { type: 'User' }, Username })).status).toBe(201)
    expect(one(me, 'SELECT OwnerId FROM Task')['OwnerId']).toBe(people.seller)
    expect(await owned({ Username })).toMatchObject({
      status: 400,
      body: [
        {
          errorCode: 'JSON_PARSER_ERROR',
          message: expect.stringContaining('must have an attributes field'),
        },
      ],
    })
  })

  it('is refused by any other field, and when several have the key', async () => {
    const { answer, me } = served()
    me.create('Account', { Name: 'Acme' })
    const byName = { body: { LastName: 'Able', Account: { Name: 'Acme' } } }
    expect(await answer('POST', '/sobjects/Contact', byName)).toEqual({
      status: 400,
      body: [
        {
          errorCode: 'INVALID_FIELD',
          message:
            'Field name provided, Name does not match an External ID, Salesforce Id, or indexed field for Account',
          fields: [],
        },
      ],
    })
    const [first, second] = [0, 1].map(() => me.create('Opportunity', deal))
    const byDeal = { body: { Quantity: 1, Opportunity: { Name: 'Deal' } } }
    expect(await answer('POST', '/sobjects/OpportunityLineItem', byDeal)).toEqual({
      status: 400,
      body: [
        {
          errorCode: 'DUPLICATE_EXTERNAL_ID',
          message: `More than one record found for external id field: [${first}, ${second}]`,
          fields: [],
        },
      ],
    })
  })
})

it.each([
  ['Nope/Id', 'The requested resource does not exist'],
  ['Account/Nope', 'Provided external ID field does not exist or is not accessible: Nope'],
])('an upsert of several records at %s is not found', async (at, message) => {
  const body = { records: [{ attributes: { type: 'Account' }, Nope: 'A-1', Name: 'Acme' }] }
  expect(await served().answer('PATCH', `/composite/sobjects/${at}`, { body })).toEqual({
    status: 404,
    body: [{ errorCode: 'NOT_FOUND', message }],
  })
})
