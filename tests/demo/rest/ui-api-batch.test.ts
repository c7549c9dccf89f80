import { describe, expect, it } from 'vitest'
import { served } from './served.ts'

/** As the wire adapters getRecords and getObjectInfos ask. */
describe('a batch of the UI API', () => {
  const { me, answer } = served()
  const acme = me.create('Account', { Name: 'Acme' })
  const none = '001000000000000AAA'

  it('gives each record, or why it cannot be had', async () => {
    const path = `/ui-api/records/batch/${acme},${none}?fields=Account.Name`
    const missing = { statusCode: 404, result: [{ errorCode: 'NOT_FOUND' }] }
    expect(await answer('GET', path)).toMatchObject({
      status: 200,
      body: {
        hasErrors: true,
        results: [{ statusCode: 200, result: { fields: { Name: { value: 'Acme' } } } }, missing],
      },
    })
  })

  it('gives what there is to know of each object', async () => {
    const { body } = await answer('GET', '/ui-api/object-info/batch/Account,Contact')
    const results = ['Account', 'Contact'].map((apiName) => ({ result: { apiName } }))
    expect(body).toMatchObject({ hasErrors: false, results })
  })

  it('begins with the names of the objects there are', async () => {
    const objectInfoUrl = '/services/data/v67.0/ui-api/object-info/Account'
    const Account = { apiName: 'Account', keyPrefix: '001', nameFields: ['Name'], objectInfoUrl }
    const { body } = await answer('GET', '/ui-api/object-info')
    expect(body).toMatchObject({ objects: { Account } })
    expect(body).not.toHaveProperty('objects.UserRecordAccess')
  })
})
