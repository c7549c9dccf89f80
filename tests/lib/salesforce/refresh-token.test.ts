import { describe, expect, it } from 'vitest'
import { beginOAuth, endOAuth, oauthSession } from '#lib/salesforce/oauth-session.ts'
import { clientId, orgWithApp, session, signedIn } from './oauth-app.ts'
import { acmeUsers, brightwater } from './org-in-process.ts'

describe('a refresh token', () => {
  it('gives a new session after the browser was closed, and is replaced before that is used', async () => {
    const world = await signedIn()
    const before = structuredClone([...world.kept])
    world.memory.clear()
    const { token } = await session(world)
    expect(world.demo.sessionOf(token)?.userId).toBe(acmeUsers.ana)
    expect([...world.kept]).not.toEqual(before)
  })

  it('is used once by all who ask at the same time', async () => {
    const world = await signedIn()
    world.memory.clear()
    world.sent.length = 0
    const sessions = await Promise.all([session(world), session(world), session(world)])
    expect(new Set(sessions.map(({ token }) => token)).size).toBe(1)
    expect(world.sent).toHaveLength(1)
  })

  it('that Salesforce has ended asks for a new sign-in and is forgotten', async () => {
    const world = await signedIn()
    world.memory.clear()
    for (const [key] of world.kept) world.kept.set(key, { refreshToken: 'ended', clientId })
    await expect(session(world)).rejects.toMatchObject({ kind: 'needs-oauth' })
    expect([...world.kept]).toEqual([])
  })

  it('is kept while Salesforce cannot be reached', async () => {
    const world = await signedIn()
    world.memory.clear()
    const ports = { ...world.ports, fetch: () => Promise.reject(new TypeError('network')) }
    await expect(oauthSession(world.org, clientId, ports)).rejects.toMatchObject({
      kind: 'unreachable',
    })
    expect([...world.kept]).toHaveLength(1)
  })

  it.each([
    ['invalid_grant', 'token request is already being processed'],
    ['unknown_error', 'retry your request'],
  ])('is kept when Salesforce says %s: %s', async (error, error_description) => {
    const world = await signedIn()
    world.memory.clear()
    const busy = async () => Response.json({ error, error_description }, { status: 400 })
    await expect(
      oauthSession(world.org, clientId, { ...world.ports, fetch: busy }),
    ).rejects.toMatchObject({ kind: 'unreachable' })
    expect((await session(world)).token).not.toBe('')
  })

  it('is worth nothing after signing out, here and in Salesforce', async () => {
    const world = await signedIn()
    const [[, kept] = []] = world.kept
    await endOAuth(world.org, world.ports)
    expect([...world.memory, ...world.kept]).toEqual([])
    expect(world.sent.at(-1)?.url).toMatch(/\/services\/oauth2\/revoke$/)
    expect(kept).toHaveProperty('refreshToken')
  })
})

describe('a session that ends', () => {
  it('is renewed once and the work goes on', async () => {
    const world = orgWithApp()
    const { createGateway } = await import('#lib/salesforce/gateway.ts')
    const gateway = createGateway(world.ports)
    await beginOAuth(world.org, clientId, world.ports)
    const { token } = await oauthSession(world.org, clientId, world.ports)
    expect((await gateway.identity(world.org)).userId).toBe(acmeUsers.ana)
    world.demo.sessions.end(token)
    expect((await gateway.context(world.org, brightwater)).deal.opportunityId).toBe(brightwater)
  })
})
