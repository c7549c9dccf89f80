import { describe, expect, it } from 'vitest'
import { anaAt } from './ana-at.ts'
import { acmeSeed, acmeUsers, callsOf } from './org-in-process.ts'

describe('who is signed in', () => {
  it('is asked once per session, and again for another session', async () => {
    const { world, gateway } = anaAt()
    expect((await gateway.identity(world.org)).userName).toBe('Ana Ferreira')
    expect((await gateway.identity(world.org)).userName).toBe('Ana Ferreira')
    expect(callsOf(world)).toEqual(['GET /services/oauth2/userinfo'])
    world.browser.signIn(acmeUsers.mara)
    expect((await gateway.identity(world.org)).userName).toBe('Mara Delacroix')
    expect(callsOf(world)).toEqual(['GET /services/oauth2/userinfo'])
  })

  it('is nobody once the session has ended, and the way back is given', async () => {
    const { world, read } = anaAt()
    await read()
    world.demo.sessions.endAll()
    await expect(read()).rejects.toMatchObject({
      kind: 'session-expired',
      url: 'https://acme.my.salesforce.com/',
    })
    world.browser.signOut()
    await expect(read()).rejects.toMatchObject({ kind: 'signed-out' })
  })

  it('cannot be known with a session that was over before anybody asked whose it is', async () => {
    const { world, read } = anaAt()
    world.demo.sessions.endAll()
    await expect(read()).rejects.toMatchObject({
      kind: 'session-expired',
      url: 'https://acme.my.salesforce.com/',
    })
  })

  it('is asked again when the session was renewed while a call was under way', async () => {
    const { world, read } = anaAt()
    await read()
    world.faults.push(async () => {
      world.browser.signIn(acmeUsers.ana)
      return Response.json([{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired' }], {
        status: 401,
      })
    })
    expect((await read()).deal.name).toContain('Brightwater')
  })

  it('is known with a language tag, also where their locale names a currency', async () => {
    const seed = acmeSeed()
    const users = seed.org.users?.map((user) => ({ ...user, locale: 'de_AT_EURO' }))
    const { world, gateway } = anaAt({ ...seed, org: { ...seed.org, users } })
    expect((await gateway.identity(world.org)).locale).toBe('de-AT')
  })

  it('cannot be known where the org blocks sessions', async () => {
    const seed = acmeSeed()
    const { read } = anaAt({
      ...seed,
      org: { ...seed.org, switches: { ...seed.org.switches, apiAccess: false } },
    })
    await expect(read()).rejects.toMatchObject({ kind: 'api-blocked' })
  })
})
