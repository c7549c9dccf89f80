import { describe, expect, it } from 'vitest'
import { served } from './served.ts'

/** https://developer.salesforce.com/docs/platform/api-rest/guide/resources-quickactions.html */
describe('a quick action', () => {
  it('is listed for everywhere and at each object', async () => {
    const { answer } = served()
    const everywhere = await answer('GET', '/quickActions')
    const base = '/services/data/v67.0/quickActions/NewTask'
    expect(everywhere).toMatchObject({
      status: 200,
      body: expect.arrayContaining([
        {
          actionEnumOrId: 'NewTask',
          label: 'New Task',
          name: 'NewTask',
          type: 'Create',
          urls: {
            defaultValues: `${base}/defaultValues`,
            defaultValuesTemplate: `${base}/defaultValues/{ID}`,
            describe: `${base}/describe`,
            quickAction: base,
          },
        },
      ]),
    })
    expect(await answer('GET', '/sobjects/Account/quickActions')).toEqual(everywhere)
  })

  it('tells which object it makes, and what a new record has', async () => {
    const { answer, me } = served()
    expect(await answer('GET', '/quickActions/NewTask/describe')).toMatchObject({
      body: { name: 'NewTask', targetSobjectType: 'Task' },
    })
    // As recorded.
    expect(await answer('GET', '/quickActions/NewTask/defaultValues')).toEqual({
      status: 200,
      body: { attributes: { type: 'Task' }, OwnerId: expect.any(String), Status: 'Not Started' },
    })
    const WhatId = me.create('Account', { Name: 'Acme' })
    const here = `/sobjects/Account/quickActions/LogACall/defaultValues/${WhatId}`
    expect(await answer('GET', here)).toMatchObject({ body: { Subject: 'Call', WhatId } })
  })

  it('makes a record that hangs on the one it was begun at', async () => {
    const { answer, me } = served()
    const contextId = me.create('Account', { Name: 'Acme' })
    const done = await answer('POST', '/sobjects/Account/quickActions/NewContact', {
      body: { contextId, record: { LastName: 'Doe' } },
    })
    expect(done).toMatchObject({
      status: 201,
      body: { contextId, created: true, success: true, errors: [], ids: [expect.any(String)] },
    })
    expect(me.query('SELECT LastName, AccountId FROM Contact')).toMatchObject([
      { LastName: 'Doe', AccountId: contextId },
    ])
  })

  it('is refused as the record is, and not there under any other name', async () => {
    const { answer } = served()
    const without = await answer('POST', '/quickActions/NewContact', { body: { record: {} } })
    expect(without).toMatchObject({
      status: 400,
      body: [{ errorCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] }],
    })
    expect(await answer('GET', '/quickActions/NewNothing')).toMatchObject({ status: 404 })
  })
})

describe('what is told of several objects at once', () => {
  const { answer } = served()
  const field = expect.objectContaining({ field: 'User.Name', name: 'Owner.Name' })

  it.each([
    ['/compactLayouts?q=Account,contact', { Account: {}, Contact: { objectType: 'Contact' } }],
    ['/search/layout?q=Account', [{ searchColumns: expect.arrayContaining([field]) }]],
    ['/search/layout/?q=Account', [{ limitRows: 25 }]],
  ])('%s', async (address, body) => {
    expect(await answer('GET', address)).toMatchObject({ status: 200, body })
  })

  it('names the objects that are searched, the tabs and the icons', async () => {
    const url = '/services/data/v67.0/sobjects/Account/describe'
    const scope = await answer('GET', '/search/scopeOrder')
    expect(scope.body).toContainEqual({ type: 'Account', url })
    const tab = { name: 'standard-Account', label: 'Accounts', sobjectName: 'Account' }
    const tabs = await answer('GET', '/tabs')
    expect(tabs.body).toContainEqual(expect.objectContaining(tab))
    expect(await answer('GET', '/theme')).toMatchObject({
      body: { themeItems: expect.arrayContaining([expect.objectContaining({ name: 'Account' })]) },
    })
  })

  it.each(['/compactLayouts', '/search/layout?q='])('%s says which is missing', async (address) => {
    const message = 'The parameter q is required'
    expect(await answer('GET', address)).toEqual({
      status: 400,
      body: [{ errorCode: 'MISSING_ARGUMENT', message }],
    })
  })
})
