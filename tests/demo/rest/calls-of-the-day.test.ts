import { describe, expect, it } from 'vitest'
import { people } from '../small-org.ts'
import { served } from './served.ts'

const usage = (response: Response) => response.headers.get('Sforce-Limit-Info')

describe('the calls of the day', () => {
  it('are not those of a session that is none, which are not told how many there were', async () => {
    const { call } = served({ org: { switches: { dailyApiRequests: 2 } } })
    for (const session of ['expired', 'wrong', 'none']) {
      const refused = await call('GET', '/limits', {
        headers: { Authorization: `Bearer ${session}` },
      })
      expect([refused.status, usage(refused)]).toEqual([401, null])
    }
    expect(usage(await call('GET', '/limits'))).toBe('api-usage=1/2')
    expect(usage(await call('GET', '/limits'))).toBe('api-usage=2/2')
    expect((await call('GET', '/limits')).status).toBe(403)
  })
})

describe('the identity address', () => {
  it('tells the caller who he is, by short ids or long ones, and nobody else', async () => {
    const { send, org } = served()
    const { orgId } = org.state.file
    const asked = async (of: string, user: string) => (await send(`/id/${of}/${user}`, {})).status
    expect(await asked(orgId, people.admin)).toBe(200)
    expect(await asked(orgId.slice(0, 15), people.admin.slice(0, 15))).toBe(200)
    expect(await asked(orgId, people.seller)).toBe(403)
    expect(await asked('00DHu0000000009MAA', people.admin)).toBe(403)
  })
})

it('as many limits are told as a real org tells', async () => {
  const { body } = await served().answer('GET', '/limits')
  expect(Object.keys(body ?? {})).toHaveLength(71)
  expect(body).toMatchObject({
    DailyApiRequests: { Max: 15_000 },
    PermissionSets: { CreateCustom: { Max: 1000 } },
    ScheduledFlowRunLimit: { Max: 250_000, Remaining: 250_000 },
  })
})
