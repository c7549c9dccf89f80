import { beginOAuth, oauthSession } from '#lib/salesforce/oauth-session.ts'
import { acmeSeed, acmeUsers, gatewayTo, orgInProcess } from './org-in-process.ts'

export const clientId = '3MVG9segue'
export const callback = 'https://segue.chromiumapp.org/'

interface App {
  readonly callbackUrls?: readonly string[]
  readonly rotatesRefreshTokens?: boolean
  readonly blocked?: boolean
  readonly consumerKey?: string
}

/** Ana in an org that refuses sessions of the browser and has an app of its own. */
export function orgWithApp(app: App = {}) {
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
export async function signedIn(app: App = {}) {
  const world = orgWithApp(app)
  await beginOAuth(world.org, clientId, world.ports)
  return world
}

/** The session that the last sign-in gave. */
export const session = ({ org, ports }: Awaited<ReturnType<typeof signedIn>>) =>
  oauthSession(org, clientId, ports)
