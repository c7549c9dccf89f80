import { oauthSession, type OAuthPorts, renewOAuth } from './oauth-session.ts'
import type { Org } from './org-host.ts'
import { SalesforceError } from './salesforce-error.ts'
import { type CookieJar, readSession, type Session } from './session.ts'

/** How somebody signs in to an org, as their company or they themselves have decided. */
export type SignInRule =
  | { readonly way: 'session' }
  | { readonly way: 'oauth'; readonly clientId: string }
  /** OAuth without an app to sign in with. */
  | { readonly way: 'unset' }
  | { readonly way: 'forbidden' }

/** Everything that a session is read from. */
export interface SessionPorts extends OAuthPorts {
  readonly cookies: CookieJar
  /** `orgPrefix` is given once a session names its org. */
  readonly signInRule: (org: Org, orgPrefix?: string) => Promise<SignInRule>
}

/** The session in which this org is called, wherever it comes from. Throws `SalesforceError` when there is none. */
export async function sessionOf(org: Org, ports: SessionPorts): Promise<Session> {
  return allowed(await sessionBy(org, ports, oauthSession), ports)
}

/** The session after Salesforce has refused one: the cookie as it is now, or new tokens. */
export async function renewedSession(org: Org, ports: SessionPorts): Promise<Session> {
  return allowed(await sessionBy(org, ports, renewOAuth), ports)
}

async function sessionBy(
  org: Org,
  ports: SessionPorts,
  byOAuth: typeof oauthSession,
): Promise<Session> {
  const rule = await ports.signInRule(org)
  switch (rule.way) {
    case 'session':
      return readSession(org, ports.cookies)
    case 'oauth':
      return byOAuth(org, rule.clientId, ports)
    case 'unset':
      throw new SalesforceError('needs-oauth', 'No app is set up for this org.')
    case 'forbidden':
      throw forbidden(org)
  }
}

/** An org may be allowed by its id alone, which only the session tells. */
async function allowed(session: Session, { signInRule }: SessionPorts): Promise<Session> {
  const { way } = await signInRule(session.org, session.orgPrefix)
  if (way === 'forbidden') throw forbidden(session.org)
  return session
}

function forbidden({ apiHost }: Org): SalesforceError {
  return new SalesforceError('org-not-allowed', apiHost)
}
