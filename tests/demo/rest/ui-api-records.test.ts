import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { people } from '../small-org.ts'
import { served } from './served.ts'

const RECORDED = 'tests/contract/recordings/lwc-recipes/ldsCreateRecord__createRecord.json'
const recordSchema = z.looseObject({
  apiName: z.string(),
  id: z.string(),
  fields: z.record(z.string(), z.looseObject({ displayValue: z.unknown(), value: z.unknown() })),
})

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_record_get.htm */
describe('a record of the UI API', () => {
  const { me, answer, clock } = served({ org: { currency: 'EUR', locale: 'en_US' } })
  const account = me.create('Account', { Name: 'Acme' })
  const id = me.create('Opportunity', {
    Name: 'Deal',
    StageName: 'Prospecting',
    CloseDate: '2026-12-31',
    Amount: 1200,
    AccountId: account,
  })
  const read = async (query: string) => answer('GET', `/ui-api/records/${id}?${query}`)

  it('made there is answered with the keys that were recorded', async () => {
    const sent = { body: { apiName: 'Account', fields: { Name: 'Universal Containers' } } }
    const { status, body } = await answer('POST', '/ui-api/records', sent)
    expect(status).toBe(201)
    const theirs = recordSchema.parse(JSON.parse(readFileSync(RECORDED, 'utf8')))
    const ours = recordSchema.parse(body)
    expect(Object.keys(ours)).toEqual(expect.arrayContaining(Object.keys(theirs)))
    expect(ours.fields['Name']).toEqual(theirs.fields['Name'])
    const owner = { displayValue: 'Ada Admin', value: { apiName: 'User', id: people.admin } }
    expect(ours.fields['Owner']).toMatchObject(owner)
    const made = { displayValue: '11/23/2026, 10:00 AM', value: '2026-11-23T10:00:00.000Z' }
    expect(ours.fields['CreatedDate']).toEqual(made)
  })

  it('has the fields asked for, along lookups, beside their texts', async () => {
    const asked = 'Opportunity.Amount,Opportunity.Account.Name,Opportunity.Campaign.Name'
    const { status, body } = await read(`fields=${asked}&optionalFields=Opportunity.Nope__c`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      apiName: 'Opportunity',
      id,
      fields: {
        Account: {
          displayValue: 'Acme',
          value: { id: account, fields: { Name: { value: 'Acme' } } },
        },
        Amount: { displayValue: '€1,200.00', value: 1200 },
        Campaign: { displayValue: null, value: null },
      },
    })
  })

  it('has those of its layout', async () => {
    const { fields } = recordSchema.parse((await read('layoutTypes=Compact')).body)
    expect(Object.keys(fields)).toEqual(expect.arrayContaining(['Name', 'CloseDate', 'Owner']))
    expect(fields['CloseDate']).toEqual({ displayValue: '12/31/2026', value: '2026-12-31' })
  })

  it('is changed and deleted there', async () => {
    const gone = me.create('Account', { Name: 'Gone' })
    const path = `/ui-api/records/${gone}`
    const changed = await answer('PATCH', path, { body: { fields: { Name: 'Going' } } })
    expect(changed).toMatchObject({ status: 200, body: { fields: { Name: { value: 'Going' } } } })
    expect((await answer('DELETE', path)).status).toBe(204)
    expect((await answer('GET', `${path}?fields=Account.Name`)).status).toBe(404)
  })

  /** https://developer.salesforce.com/docs/platform/lwc/guide/reference-update-record.html */
  it('is kept from a change by who has not seen the last one', async () => {
    const path = `/ui-api/records/${account}`
    const change = (since: string, Site: string) =>
      answer('PATCH', path, {
        body: { fields: { Site } },
        headers: { 'If-Unmodified-Since': since },
      })
    const { body } = await answer('GET', `${path}?fields=Account.LastModifiedDate`)
    const { lastModifiedDate } = z.object({ lastModifiedDate: z.string() }).parse(body)
    clock.advance(60)
    expect((await change(lastModifiedDate, 'Rome')).status).toBe(200)
    expect((await change(lastModifiedDate, 'Oslo')).status).toBe(412)
    expect(me.query("SELECT Site FROM Account WHERE Name = 'Acme'")).toMatchObject([
      { Site: 'Rome' },
    ])
  })

  /** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_error_with_output.htm */
  it('tells of every field why it cannot be saved', async () => {
    const fields = { Name: '', AccountId: account }
    const { status, body } = await answer('PATCH', `/ui-api/records/${id}`, { body: { fields } })
    const message = 'Required fields are missing: [Name]'
    const missing = {
      errorCode: 'REQUIRED_FIELD_MISSING',
      field: 'Name',
      fieldLabel: 'Name',
      message,
    }
    expect([status, body]).toMatchObject([
      400,
      [
        {
          enhancedErrorType: 'RecordError',
          message: 'An error occurred while trying to update the record. Please try again.',
          output: { errors: [], fieldErrors: { Name: [missing] } },
        },
      ],
    ])
  })

  it('tells of the record why it cannot be made where that is no fault of a field', async () => {
    const sent = { body: { apiName: 'Account', fields: { Name: 'New', Nope__c: 1 } } }
    const { body } = await answer('POST', '/ui-api/records', sent)
    const unknown = { errorCode: 'INVALID_FIELD', field: null }
    expect(body).toMatchObject([{ output: { errors: [unknown], fieldErrors: {} } }])
  })

  it.each([
    ['fields=Opportunity.Nope__c', 'INVALID_FIELD'],
    ['fields=Name', 'INVALID_FIELD'],
    ['', 'MISSING_ARGUMENT'],
  ])('is refused with %j', async (query, errorCode) => {
    expect(await read(query)).toMatchObject({ status: 400, body: [{ errorCode }] })
  })
})

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_requests_record_input.htm */
it.each([
  ['POST', '', 201],
  ['PATCH', '/', 200],
])('a duplicate is saved by %s where the body allows it', async (method, below, saved) => {
  const { answer, me } = served({ duplicateRules: [{ object: 'Contact', fields: ['Email'] }] })
  me.create('Contact', { LastName: 'Able', Email: 'ann@x.example' })
  const id = me.create('Contact', { LastName: 'Best', Email: 'bob@x.example' })
  const path = `/ui-api/records${below === '' ? '' : `/${id}`}`
  const record = { apiName: 'Contact', fields: { LastName: 'Cole', Email: 'ann@x.example' } }
  const send = (allowSaveOnDuplicate: boolean) =>
    answer(method, path, { body: { ...record, allowSaveOnDuplicate } })
  expect(await send(false)).toMatchObject({
    status: 400,
    body: [{ errorCode: 'DUPLICATES_DETECTED' }],
  })
  expect((await send(true)).status).toBe(saved)
})
