import { describe, expect, it } from 'vitest'
import { toLongId } from '#demo/org/ids.ts'
import { orgUnderTest } from './org-under-test.ts'
import { admin, plainOrg } from './plain-org.ts'

const account = toLongId('001Hu00000AcmeA')
const contact = toLongId('003Hu00000AnnAA')
const DATA = '/services/data/v67.0/sobjects'

function org() {
  return orgUnderTest(
    plainOrg({
      Account: [{ Id: account, Name: 'Acme', LastModifiedDate: '2026-11-20T10:00:00.000+0000' }],
      Contact: [
        { Id: contact, LastName: 'Able', LastModifiedDate: '2026-11-20T10:00:00.000+0000' },
      ],
    }),
  )
}

const before = 'Fri, 20 Nov 2026 09:59:59 GMT'
const same = 'Fri, 20 Nov 2026 10:00:00 GMT'

describe('a conditional request', () => {
  it.each([
    ['If-Unmodified-Since', before, 412],
    ['If-Unmodified-Since', same, 204],
    ['If-Unmodified-Since', 'nonsense', 400],
    ['If-Match', '"other"', 204],
  ])('to change a contact with %s: %s answers %i', async (name, value, status) => {
    const answer = await org().call('PATCH', `${DATA}/Contact/${contact}`, {
      body: { LastName: 'Best' },
      headers: { [name]: value },
    })
    expect(answer.status).toBe(status)
  })

  it.each([
    [before, 200],
    [same, 304],
  ])('to read a contact changed since %s answers %i', async (since, status) => {
    const answer = await org().call('GET', `${DATA}/Contact/${contact}`, {
      headers: { 'If-Modified-Since': since },
    })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('Last-Modified')).toBe(same)
    expect(answer.headers.get('ETag')).toBeNull()
  })

  it('knows an account by its entity tag, which every save changes', async () => {
    const acme = org()
    const path = `${DATA}/Account/${account}`
    const tag = (await acme.call('GET', path)).headers.get('ETag') ?? ''
    const known = await acme.call('GET', path, { headers: { 'If-None-Match': tag } })
    expect(known).toMatchObject({ status: 304, body: undefined })
    const change = (Name: string) =>
      acme.call('PATCH', path, { body: { Name }, headers: { 'If-Match': tag } })
    expect((await change('Acme 2')).status).toBe(204)
    expect((await change('Acme 3')).status).toBe(412)
    expect(acme.org.as(admin.id).query('SELECT Name FROM Account')).toMatchObject([
      { Name: 'Acme 2' },
    ])
  })
})
