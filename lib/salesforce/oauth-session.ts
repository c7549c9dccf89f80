import * as z from 'zod/mini'
import {
  refreshTokens,
  revokeToken,
  signInByOAuth,
  type SignInWindow,
  type Tokens,
} from './oauth.ts'
import { type Org, signInAddress } from './org-host.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { Memory } from './memory.ts'
import type { Session } from './session.ts'
import { shared } from './shared.ts'
import type { Fetch } from './transport.ts'

/** Everything that signing in by OAuth depends on. */
export interface OAuthPorts {
  /** Lasts as long as the browser runs: access tokens are nowhere else. */
  readonly memory: Memory
  /** On the disk: refresh tokens, where the org's app gives any. */
  readonly settings: Memory
  readonly fetch: Fetch
  readonly signInWindow: SignInWindow
}

const accessSchema = z.object({ accessToken: z.string(), orgPrefix: z.string() })
const refreshSchema = z.object({ refreshToken: z.string(), clientId: z.string() })

const accessKey = ({ apiHost }: Org) => `oauth-access:${apiHost}`
const refreshKey = ({ apiHost }: Org) => `oauth-refresh:${apiHost}`

/** Signs the user in to an org and keeps what that gives. */
export async function beginOAuth(org: Org, clientId: string, ports: OAuthPorts): Promise<void> {
  const { fetch, signInWindow } = ports
  await keep({ org, clientId }, await signInByOAuth({ org, clientId, fetch }, signInWindow), ports)
}

/** Whether somebody has signed in with the org's app, and not out. */
export async function isSignedInByOAuth(org: Org, ports: OAuthPorts): Promise<boolean> {
  const kept = [await ports.memory.get(accessKey(org)), await ports.settings.get(refreshKey(org))]
  return kept.some((one) => one !== undefined)
}

/** Ends the sign-in here and in Salesforce. */
export async function endOAuth(org: Org, ports: OAuthPorts): Promise<void> {
  const access = accessSchema.safeParse(await ports.memory.get(accessKey(org)))
  const refresh = refreshSchema.safeParse(await ports.settings.get(refreshKey(org)))
  await ports.memory.remove(accessKey(org))
  await ports.settings.remove(refreshKey(org))
  const token = refresh.data?.refreshToken ?? access.data?.accessToken
  if (token !== undefined) await revokeToken({ org, fetch: ports.fetch }, token)
}

/** The session that the last sign-in gave. Throws `signed-out` when there is none that still holds. */
export async function oauthSession(
  org: Org,
  clientId: string,
  ports: OAuthPorts,
): Promise<Session> {
  const known = accessSchema.safeParse(await ports.memory.get(accessKey(org)))
  if (known.success) return { org, token: known.data.accessToken, orgPrefix: known.data.orgPrefix }
  return renewOAuth(org, clientId, ports)
}

/**
 * A new session for the refresh token. Those who ask at once share one answer: where tokens rotate, a second
 * refresh with the old one would end the sign-in.
 */
export function renewOAuth(org: Org, clientId: string, ports: OAuthPorts): Promise<Session> {
  return renewOnce({ org, clientId, ports })
}

interface Renewing {
  readonly org: Org
  readonly clientId: string
  readonly ports: OAuthPorts
}

const renewOnce = shared(({ org }: Renewing) => accessKey(org), renew)

async function renew({ org, clientId, ports }: Renewing): Promise<Session> {
  await ports.memory.remove(accessKey(org))
  const known = refreshSchema.safeParse(await ports.settings.get(refreshKey(org)))
  if (!known.success || known.data.clientId !== clientId) throw signedOut(org)
  const { refreshToken } = known.data
  const { fetch } = ports
  try {
    const tokens = await refreshTokens({ org, clientId, fetch }, refreshToken)
    const kept = { ...tokens, refreshToken: tokens.refreshToken ?? refreshToken }
    return await keep({ org, clientId }, kept, ports)
  } catch (error) {
    if (!(error instanceof SalesforceError) || error.kind !== 'sign-in-refused') throw error
    // What Salesforce has refused once it refuses for good.
    await ports.settings.remove(refreshKey(org))
    throw signedOut(org)
  }
}

interface AppOfOrg {
  readonly org: Org
  readonly clientId: string
}

/** The new refresh token is on the disk before the access token is used: the old one may be worth nothing now. */
async function keep(
  { org, clientId }: AppOfOrg,
  tokens: Tokens,
  ports: OAuthPorts,
): Promise<Session> {
  const { accessToken, refreshToken, orgPrefix } = tokens
  if (refreshToken === null) await ports.settings.remove(refreshKey(org))
  else await ports.settings.set(refreshKey(org), { refreshToken, clientId })
  await ports.memory.set(accessKey(org), { accessToken, orgPrefix })
  return { org, token: accessToken, orgPrefix }
}

function signedOut(org: Org): SalesforceError {
  return new SalesforceError('needs-oauth', 'Sign in to Salesforce from the settings of Segue.', {
    url: signInAddress(org),
  })
}
