import { describe, expect, it } from 'vitest'
import { deal, one } from '../small-org.ts'
import { served } from './served.ts'

const created = 'Mon, 23 Nov 2026 10:00:00 GMT'
const before = 'Mon, 23 Nov 2026 09:59:59 GMT'

describe('a change', () => {
  it('is refused while the record is the one If-None-Match names', async () => {
    const { call, me } = served()
    const path = `/sobjects/Account/${me.create('Account', { Name: 'Acme' })}`
    const tag = (await call('GET', path)).headers.get('ETag') ?? ''
    const change = (known: string, Site: string) =>
      call('PATCH', path, { headers: { 'If-None-Match': known }, body: { Site } })
    expect((await change('"other"', 'Lyon')).status).toBe(204)
    expect((await change(tag, 'Nice')).status).toBe(204)
    const newer = (await call('GET', path)).headers.get('ETag') ?? ''
    expect((await change(newer, 'Paris')).status).toBe(412)
    expect(one(me, 'SELECT Site FROM Account')['Site']).toBe('Nice')
  })
})

describe('a read under If-Unmodified-Since', () => {
  const { call, me } = served()
  const id = me.create('Opportunity', deal)
  const paths = [`/sobjects/Opportunity/${id}`, '/sobjects/Opportunity/describe', '/sobjects']

  it.each(paths)('of %s is refused when it has changed since', async (path) => {
    const read = (since: string) => call('GET', path, { headers: { 'If-Unmodified-Since': since } })
    expect((await read(created)).status).toBe(200)
    const refused = await read(before)
    expect(refused.status).toBe(412)
    expect(await refused.json()).toMatchObject([{ errorCode: 'PRECONDITION_FAILED' }])
  })

  it('with a date that is none is answered', async () => {
    const headers = { 'If-Unmodified-Since': 'yesterday' }
    expect((await call('GET', '/sobjects', { headers })).status).toBe(200)
  })
})
