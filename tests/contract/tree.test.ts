import { describe, expect, it } from 'vitest'
import { orgUnderTest } from './org-under-test.ts'
import { plainOrg } from './plain-org.ts'

const PATH = '/services/data/v67.0/composite/tree/Account'

function account(referenceId: string, ...contacts: readonly string[]) {
  const records = contacts.map((one) => ({
    attributes: { type: 'Contact', referenceId: one },
    LastName: one,
  }))
  const attributes = { type: 'Account', referenceId }
  return { attributes, Name: referenceId, ...(records.length > 0 ? { Contacts: { records } } : {}) }
}

// https://developer.salesforce.com/docs/platform/api-rest/guide/responses-composite-sobject-tree.html
describe('of several trees', () => {
  it('the answer names all roots first, then what is below them', async () => {
    const { call, org } = orgUnderTest(plainOrg())
    const records = [account('ref1', 'ref2', 'ref3'), account('ref4')]
    const { status, body } = await call('POST', PATH, { body: { records } })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      hasErrors: false,
      results: ['ref1', 'ref4', 'ref2', 'ref3'].map((referenceId) => ({ referenceId })),
    })
    const [admin] = org.state.file.users
    const made = org.as(admin?.id ?? '').query('SELECT LastName, Account.Name FROM Contact')
    expect(made).toMatchObject([
      { LastName: 'ref2', Account: { Name: 'ref1' } },
      { LastName: 'ref3', Account: { Name: 'ref1' } },
    ])
  })

  it('each record whose name another has is told', async () => {
    const { call } = orgUnderTest(plainOrg())
    const records = [account('ref1', 'ref2'), account('ref2'), account('ref3')]
    const message = 'Duplicate ReferenceId provided in the request'
    const errors = [{ statusCode: 'INVALID_INPUT', message, fields: [] }]
    expect(await call('POST', PATH, { body: { records } })).toMatchObject({
      status: 400,
      body: {
        hasErrors: true,
        results: [
          { referenceId: 'ref2', errors },
          { referenceId: 'ref2', errors },
        ],
      },
    })
  })
})
