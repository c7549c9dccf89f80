import { describe, expect, it } from 'vitest'
import { beginOAuth } from '#lib/salesforce/oauth-session.ts'
import { explained } from '#lib/salesforce/sign-in-words.ts'
import type { SignInWindow } from '#lib/salesforce/oauth.ts'
import { callback, clientId, orgWithApp, session, signedIn } from './oauth-app.ts'
import { acmeUsers } from './org-in-process.ts'

/** How a sign-in that does not come about is explained to the user. */
async function refusalOf(signingIn: Promise<unknown>): Promise<string> {
  const error: unknown = await signingIn.catch((refused: unknown) => refused)
  return explained(error instanceof Error ? error.message : '')
}

describe('signing in with the org’s own app', () => {
  it('gives a session of that org, where sessions of the browser are refused', async () => {
    const world = await signedIn()
    const { orgPrefix, token } = await session(world)
    expect(token.startsWith(`${orgPrefix}!`)).toBe(true)
    expect(world.demo.sessionOf(token)?.userId).toBe(acmeUsers.ana)
  })

  it('sends a challenge by S256 and a verifier, never a secret', async () => {
    const { sent } = await signedIn()
    const asked = new URL(sent[0]?.url ?? '').searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('code_challenge')).toMatch(/^[\w-]{43}$/)
    expect(asked.get('state')).toMatch(/^[\w-]{43}$/)
    expect(asked.has('code_verifier')).toBe(false)
    const redeemed = new URLSearchParams(sent[1]?.body)
    expect(redeemed.get('code_verifier')).toMatch(/^[\w-]{43}$/)
    expect(redeemed.has('client_secret')).toBe(false)
  })

  it('is different each time', async () => {
    const [one, two] = await Promise.all([signedIn(), signedIn()])
    const state = (world: typeof one) => new URL(world.sent[0]?.url ?? '').searchParams.get('state')
    expect(state(one)).not.toBe(state(two))
  })

  it('keeps the access token out of everything that outlasts the browser', async () => {
    const world = await signedIn()
    const { token } = await session(world)
    expect(JSON.stringify([...world.kept])).not.toContain(token)
  })

  const goes = (
    world: ReturnType<typeof orgWithApp>,
    change: (cameBack: URL) => string,
  ): SignInWindow => ({
    ...world.ports.signInWindow,
    open: async (address) => change(new URL(await world.ports.signInWindow.open(address))),
  })

  it.each([
    {
      what: 'a forged state',
      change: (url: URL) => (url.searchParams.set('state', 'forged'), url.href),
    },
    {
      what: 'no state',
      change: (url: URL) => (url.searchParams.delete('state'), url.href),
    },
    {
      what: 'another address',
      change: (url: URL) => url.href.replace('segue.chromiumapp', 'evil.chromiumapp'),
    },
    {
      what: 'another scheme',
      change: (url: URL) => url.href.replace('https:', 'http:'),
    },
    {
      what: 'a code of somebody else',
      change: (url: URL) => (url.searchParams.set('code', 'aPrxStolen'), url.href),
    },
    { what: 'nothing', change: () => callback },
    { what: 'nonsense', change: () => 'nonsense' },
  ])('is refused when it comes back with $what', async ({ change }) => {
    const world = orgWithApp()
    const ports = { ...world.ports, signInWindow: goes(world, change) }
    await expect(beginOAuth(world.org, clientId, ports)).rejects.toMatchObject({
      kind: 'sign-in-refused',
    })
    expect([...world.memory, ...world.kept]).toEqual([])
  })

  it('takes a code once', async () => {
    const world = orgWithApp()
    const used: string[] = []
    const ports = {
      ...world.ports,
      signInWindow: goes(world, (url) => {
        used.push(url.searchParams.get('code') ?? '')
        url.searchParams.set('code', used[0] ?? '')
        return url.href
      }),
    }
    await beginOAuth(world.org, clientId, ports)
    expect(await refusalOf(beginOAuth(world.org, clientId, ports))).toMatch(/Sign in again/)
  })

  it.each([
    { app: { blocked: true }, says: /blocked the app/ },
    { app: { callbackUrls: ['https://other.chromiumapp.org/'] }, says: /window was closed/ },
  ])('says what to do when the app is $app', async ({ app, says }) => {
    const world = orgWithApp(app)
    expect(await refusalOf(beginOAuth(world.org, clientId, world.ports))).toMatch(says)
  })

  it.each([
    ['app must be installed into org', /must be installed in this org/],
    [
      'OAUTH_EC_APP_NOT_FOUND external client app is not installed in this org',
      /must be installed/,
    ],
    ['OAUTH_APP_BLOCKED this app is blocked by admin', /blocked the app/],
    ['OAUTH_APP_ACCESS_DENIED user is not admin approved to access this app', /approved/],
    ['invalid_scope this scope is not allowed', /api/],
    ['access_denied end-user denied authorization', /not allowed/],
    ['redirect_uri_mismatch redirect_uri must match configuration', /callback address/],
    ['something_new out of the blue', /something_new out of the blue/],
  ])('explains %j', async (said, says) => {
    const world = orgWithApp()
    const [error = '', ...description] = said.split(' ')
    const change = (url: URL) => {
      url.searchParams.delete('code')
      url.searchParams.set('error', error)
      url.searchParams.set('error_description', description.join(' '))
      return url.href
    }
    const ports = { ...world.ports, signInWindow: goes(world, change) }
    expect(await refusalOf(beginOAuth(world.org, clientId, ports))).toMatch(says)
  })

  it('takes no token that names another host or org', async () => {
    const world = orgWithApp()
    const fetch: typeof world.fetch = async (url, init) => {
      const answer = await world.fetch(url, init)
      if (!url.endsWith('/token')) return answer
      const tokens: unknown = await answer.json()
      return Response.json(Object.assign({}, tokens, { instance_url: 'https://evil.example' }))
    }
    await expect(beginOAuth(world.org, clientId, { ...world.ports, fetch })).rejects.toMatchObject({
      kind: 'wrong-org',
    })
    expect([...world.memory, ...world.kept]).toEqual([])
  })
})
