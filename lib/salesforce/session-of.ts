import { oauthSession, type OAuthPorts, renewOAuth } from './oauth-session.ts'
import type { Org } from './org-host.ts'
import { SalesforceError } from './salesforce-error.ts'
import { type CookieJar, readSession, type Session } from './session.ts'

/** How somebody signs in to an org, as their company or they themselves have decided. */
export type SignInRule =
  | ({ readonly way: 'session' } & Allowing)
  | ({ readonly way: 'oauth'; readonly clientId: string } & Allowing)
  /** OAuth without an app to sign in with. */
  | { readonly way: 'unset' }
  | { readonly way: 'forbidden' }

interface Allowing {
  /** An org may be allowed by its id alone, which only the session tells. */
  readonly allows: (orgPrefix: string) => boolean
}

/** Everything that a session is read from. */
export interface SessionPorts extends OAuthPorts {
  readonly cookies: CookieJar
  readonly signInRule: (org: Org) => Promise<SignInRule>
}

/** The session in which this org is called, wherever it comes from. Throws `SalesforceError` when there is none. */
export function sessionOf(org: Org, ports: SessionPorts): Promise<Session> {
  return sessionBy(org, ports, oauthSession)
}

/** The session after Salesforce has refused one: the cookie as it is now, or new tokens. */
export function renewedSession(org: Org, ports: SessionPorts): Promise<Session> {
  return sessionBy(org, ports, renewOAuth)
}

async function sessionBy(
  org: Org,
  ports: SessionPorts,
  byOAuth: typeof oauthSession,
): Promise<Session> {
  const rule = await ports.signInRule(org)
  if (rule.way === 'forbidden') throw forbidden(org)
  if (rule.way === 'unset')
    throw new SalesforceError('needs-oauth', 'No app is set up for this org.')
  const reading =
    rule.way === 'session' ? readSession(org, ports.cookies) : byOAuth(org, rule.clientId, ports)
  const session = await reading
  if (!rule.allows(session.orgPrefix)) throw forbidden(org)
  return session
}

function forbidden({ apiHost }: Org): SalesforceError {
  return new SalesforceError('org-not-allowed', apiHost)
}
