import { describe, expect, it } from 'vitest'
import { beginOAuth, endOAuth, oauthSession } from '#lib/salesforce/oauth-session.ts'
import { explained } from '#lib/salesforce/sign-in-words.ts'
import type { SignInWindow } from '#lib/salesforce/oauth.ts'
import { acmeSeed, acmeUsers, brightwater, gatewayTo, orgInProcess } from './org-in-process.ts'

const clientId = '3MVG9segue'
const callback = 'https://segue.chromiumapp.org/'

interface App {
  readonly callbackUrls?: readonly string[]
  readonly rotatesRefreshTokens?: boolean
  readonly blocked?: boolean
  readonly consumerKey?: string
}

/** Ana in an org that refuses sessions of the browser and has an app of its own. */
function orgWithApp(app: App = {}) {
  const seed = acmeSeed()
  const own = {
    consumerKey: clientId,
    callbackUrls: [callback],
    rotatesRefreshTokens: true,
    ...app,
  }
  const switches = { apiAccess: false }
  const changed = { ...seed, org: { ...seed.org, switches, externalClientApps: [own] } }
  const world = orgInProcess(changed)
  world.browser.signIn(acmeUsers.ana)
  const sent: { url: string; body: string }[] = []
  const fetch: typeof world.fetch = (url, init) => {
    sent.push({ url, body: typeof init.body === 'string' ? init.body : '' })
    return world.fetch(url, init)
  }
  const rule = { way: 'oauth', clientId, allows: () => true } as const
  const made = gatewayTo({ ...world, fetch })
  const ports = { ...made.ports, signInRule: async () => rule }
  return { ...world, ...made, ports, sent, gateway: gatewayTo({ ...world, fetch }).gateway }
}

/** The gateway that signs in by OAuth, with what it was given. */
async function signedIn(app: App = {}) {
  const world = orgWithApp(app)
  await beginOAuth(world.org, clientId, world.ports)
  return world
}

/** How a sign-in that does not come about is explained to the user. */
async function refusalOf(signingIn: Promise<unknown>): Promise<string> {
  const error: unknown = await signingIn.catch((refused: unknown) => refused)
  return explained(error instanceof Error ? error.message : '')
}

const session = ({ org, ports }: Awaited<ReturnType<typeof signedIn>>) =>
  oauthSession(org, clientId, ports)

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
