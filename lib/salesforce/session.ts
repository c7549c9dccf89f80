import { behindHost, type Org, signInAddress } from './org-host.ts'
import { SalesforceError } from './salesforce-error.ts'

/** Reads one cookie by exact address and name: `chrome.cookies`, or a jar in a test. */
export interface CookieJar {
  readonly get: (details: { url: string; name: string }) => Promise<{ value: string } | null>
}

/** The user's session of one org. Never stored, never sent to a surface. */
export interface Session {
  readonly org: Org
  readonly token: string
  /** The 15-character org id that the session itself names. */
  readonly orgPrefix: string
}

/** The org whose page stands at this host. Throws `needs-oauth` behind a proxy, `not-salesforce` elsewhere. */
export function orgOfPage(lightningHost: string): Org {
  const behind = behindHost(lightningHost)
  if (!behind) throw new SalesforceError('not-salesforce', lightningHost)
  if (behind.at === 'proxy')
    throw new SalesforceError(
      'needs-oauth',
      'A security proxy of your company hides the Salesforce session from the browser.',
    )
  return behind.org
}

/**
 * The session that the browser holds for exactly this org. Throws `signed-out` without one and `wrong-org`
 * when the page belongs to another org than the session. The page's own cookie is not enabled for the API;
 * it only tells which org the page shows.
 */
export async function readSession(org: Org, cookies: CookieJar): Promise<Session> {
  const [api, page] = await Promise.all([
    cookies.get({ url: `https://${org.apiHost}/`, name: 'sid' }),
    cookies.get({ url: `https://${org.lightningHost}/`, name: 'sid' }),
  ])
  const url = signInAddress(org)
  const orgPrefix = api && prefixOf(api.value)
  if (!api || !orgPrefix)
    throw new SalesforceError('signed-out', 'You are not signed in to Salesforce.', { url })
  const pagePrefix = page && prefixOf(page.value)
  if (pagePrefix && pagePrefix !== orgPrefix)
    throw new SalesforceError('wrong-org', 'The page and the session belong to two orgs.', { url })
  return { org, token: api.value, orgPrefix }
}

function prefixOf(sid: string): string | null {
  return /^(00D[a-zA-Z0-9]{12})!./.exec(sid)?.[1] ?? null
}
