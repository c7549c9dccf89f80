import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ServedOrg, serveOrg } from './served-org.ts'

let org: ServedOrg

beforeAll(async () => {
  org = await serveOrg({})
})
afterAll(() => org.close())

const deal = { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-12-01' }

describe('jsforce writes', () => {
  it('one record: create, update, clear, delete', async () => {
    const accounts = org.connect().sobject('Account')
    const created = await accounts.create({ Name: 'Acme', Industry: 'Energy' })
    expect(created).toEqual({ id: expect.stringMatching(/^001\w{15}$/), success: true, errors: [] })
    const id = created.id ?? ''
    expect(await accounts.update({ Id: id, Name: 'Acme 2', Industry: null })).toEqual({
      id,
      success: true,
      errors: [],
    })
    expect(await accounts.retrieve(id)).toMatchObject({ Name: 'Acme 2', Industry: null })
    expect(await accounts.destroy(id)).toEqual({ id, success: true, errors: [] })
    await expect(accounts.retrieve(id)).rejects.toMatchObject({ errorCode: 'ENTITY_IS_DELETED' })
    await expect(accounts.destroy(id)).rejects.toMatchObject({ errorCode: 'ENTITY_IS_DELETED' })
    const soql = `SELECT IsDeleted FROM Account WHERE Id = '${id}'`
    expect(await org.connect().query(soql)).toMatchObject({ totalSize: 0 })
    const all = await org.connect().query(soql, { scanAll: true })
    expect(all.records).toMatchObject([{ IsDeleted: true }])
  })

  it('arrays, with the errors of some and the success of others', async () => {
    const accounts = org.connect().sobject('Account')
    const created = await accounts.create([
      { Name: 'One' },
      { Industry: 'Energy' },
      { Name: 'Three' },
    ])
    expect(created).toMatchObject([
      { success: true, errors: [] },
      {
        success: false,
        errors: [
          {
            statusCode: 'REQUIRED_FIELD_MISSING',
            message: 'Required fields are missing: [Name]',
            fields: ['Name'],
          },
        ],
      },
      { success: true, errors: [] },
    ])
    expect(created[1]).not.toHaveProperty('id')
    const ids = created.flatMap((result) => (result.success ? [result.id] : []))
    const updated = await accounts.update(ids.map((Id) => ({ Id, Industry: 'Banking' })))
    expect(updated).toEqual(ids.map((id) => ({ id, success: true, errors: [] })))
    const removed = await accounts.destroy([...ids, '001Hu00000NoneAIAR'])
    expect(removed.map((result) => result.success)).toEqual([true, true, false])
  })

  it('nothing at all when one of an all-or-none array is wrong', async () => {
    const accounts = org.connect().sobject('Account')
    const results = await accounts.create([{ Name: 'Never' }, { Industry: 'Energy' }], {
      allOrNone: true,
    })
    expect(results).toMatchObject([
      { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
      { success: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING' }] },
    ])
    expect(await accounts.count({ Name: 'Never' })).toBe(0)
  })

  it('by an external id, one and several', async () => {
    const contacts = org.connect().sobject('Contact')
    const ann = { LastName: 'Able', Email: 'ann@example.com' }
    const created = await contacts.upsert(ann, 'Email')
    expect(created).toMatchObject({ success: true, created: true, errors: [] })
    const updated = await contacts.upsert({ ...ann, FirstName: 'Ann' }, 'Email')
    expect(updated).toMatchObject({ id: created.id, success: true, created: false })
    const both = await contacts.upsert(
      [ann, { LastName: 'Best', Email: 'bob@example.com' }],
      'Email',
    )
    expect(both).toMatchObject([{ created: false }, { created: true }])
  })

  it('several subrequests in one composite call, each seeing the one before', async () => {
    const connection = org.connect()
    const answer = await connection.request({
      method: 'POST',
      url: '/composite',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        allOrNone: true,
        compositeRequest: [
          {
            method: 'POST',
            url: '/services/data/v67.0/sobjects/Account',
            referenceId: 'account',
            body: { Name: 'Composed' },
          },
          {
            method: 'POST',
            url: '/services/data/v67.0/sobjects/Opportunity',
            referenceId: 'deal',
            body: { ...deal, AccountId: '@{account.id}' },
          },
          {
            method: 'GET',
            url: "/services/data/v67.0/query?q=SELECT Account.Name FROM Opportunity WHERE Id = '@{deal.id}'",
            referenceId: 'read',
          },
        ],
      }),
    })
    expect(answer).toMatchObject({
      compositeResponse: [
        { httpStatusCode: 201, referenceId: 'account', body: { success: true } },
        { httpStatusCode: 201, referenceId: 'deal', body: { success: true } },
        {
          httpStatusCode: 200,
          referenceId: 'read',
          body: { totalSize: 1, records: [{ Account: { Name: 'Composed' } }] },
        },
      ],
    })
  })

  it('nothing when one subrequest of an all-or-none composite fails', async () => {
    const connection = org.connect()
    const answer = await connection.request({
      method: 'POST',
      url: '/composite',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        allOrNone: true,
        compositeRequest: [
          {
            method: 'POST',
            url: '/services/data/v67.0/sobjects/Account',
            referenceId: 'account',
            body: { Name: 'Rolled back' },
          },
          {
            method: 'POST',
            url: '/services/data/v67.0/sobjects/Opportunity',
            referenceId: 'deal',
            body: { Name: 'No stage' },
          },
        ],
      }),
    })
    const halted = {
      errorCode: 'PROCESSING_HALTED',
      message:
        'The transaction was rolled back since another operation in the same transaction failed.',
    }
    expect(answer).toMatchObject({
      compositeResponse: [
        { httpStatusCode: 400, body: [halted] },
        { httpStatusCode: 400, body: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] },
      ],
    })
    expect(await connection.sobject('Account').count({ Name: 'Rolled back' })).toBe(0)
  })
})

describe('jsforce is refused', () => {
  it('a record without its required fields, which the error names', async () => {
    await expect(
      org.connect().sobject('Opportunity').create({ Name: 'No stage' }),
    ).rejects.toMatchObject({
      errorCode: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [StageName, CloseDate]',
      data: { fields: ['StageName', 'CloseDate'] },
    })
  })

  it('a field that does not exist', async () => {
    await expect(
      org.connect().sobject('Account').create({ Name: 'A', Nope: 1 }),
    ).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: "No such column 'Nope' on sobject of type Account",
    })
  })

  it('an update that comes too late', async () => {
    const accounts = org.connect().sobject('Account')
    const { id = '' } = await accounts.create({ Name: 'Acme' })
    const headers = { 'If-Unmodified-Since': 'Tue, 10 Aug 2015 00:00:00 GMT' }
    await expect(accounts.update({ Id: id, Name: 'Late' }, { headers })).rejects.toBeInstanceOf(
      Error,
    )
    expect(await accounts.retrieve(id)).toMatchObject({ Name: 'Acme' })
  })

  it('an external id field that is none', async () => {
    await expect(
      org.connect().sobject('Account').upsert({ Name: 'A', Namez: 'x' }, 'Namez'),
    ).rejects.toMatchObject({
      errorCode: 'NOT_FOUND',
      message: 'Provided external ID field does not exist or is not accessible: Namez',
    })
  })
})
