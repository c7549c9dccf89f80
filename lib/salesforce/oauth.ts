import * as z from 'zod/mini'
import { signInRefused } from './oauth-refusals.ts'
import type { Org } from './org-host.ts'
import { newProofKey, unguessable } from './pkce.ts'
import { wholeId } from './record-id.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { Fetch } from './transport.ts'

/** The browser's own window for signing in (`chrome.identity`), which comes back with an address. */
export interface SignInWindow {
  /** Where Salesforce sends the browser back to. */
  readonly redirectUri: () => string
  readonly open: (address: string) => Promise<string>
}

/** What a sign-in gives. */
export interface Tokens {
  readonly accessToken: string
  /** Null when the app gives none: then the user signs in again when the session has ended. */
  readonly refreshToken: string | null
  /** The 15-character id of the org that gave them. */
  readonly orgPrefix: string
}

const tokensSchema = z.object({
  access_token: z.string().check(z.minLength(1)),
  refresh_token: z.optional(z.string()),
  instance_url: z.string(),
  id: z.string(),
})
const refusalSchema = z.object({ error: z.string(), error_description: z.optional(z.string()) })

interface Asking {
  readonly org: Org
  readonly clientId: string
  readonly fetch: Fetch
}

/** Signs the user in with the org's own app: a code by way of the browser, then tokens for the code. */
export async function signInByOAuth(asking: Asking, window: SignInWindow): Promise<Tokens> {
  const { org, clientId } = asking
  const { verifier, challenge } = await newProofKey()
  const state = unguessable()
  const redirectUri = window.redirectUri()
  const address = new URL(`https://${org.apiHost}/services/oauth2/authorize`)
  address.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: 'api refresh_token',
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  }).toString()
  const cameBack = await window.open(address.href).catch((error: unknown) => {
    if (error instanceof SalesforceError) throw error
    throw signInRefused(error instanceof Error ? error.message : '')
  })
  const code = codeIn(cameBack, { redirectUri, state })
  return redeem(asking, {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
  })
}

/** New tokens for a refresh token. Where the app rotates them, the old refresh token is worth nothing any more. */
export function refreshTokens(asking: Asking, refreshToken: string): Promise<Tokens> {
  return redeem(asking, { grant_type: 'refresh_token', refresh_token: refreshToken })
}

/** Ends a token in Salesforce; whether it was still alive does not matter. */
export async function revokeToken({ org, fetch }: Omit<Asking, 'clientId'>, token: string) {
  await post(org, fetch, { path: 'revoke', values: { token } }).catch(() => undefined)
}

interface Expected {
  readonly redirectUri: string
  readonly state: string
}

/** The code in the address that the browser came back with, if it is the answer to our own question. */
function codeIn(cameBack: string, { redirectUri, state }: Expected): string {
  const address = URL.parse(cameBack)
  const expected = new URL(redirectUri)
  if (address?.origin !== expected.origin || address.pathname !== expected.pathname)
    throw signInRefused('It came back to another address.')
  const values = address.searchParams
  if (values.get('state') !== state) throw signInRefused('Another sign-in came back.')
  const error = values.get('error')
  if (error !== null) throw signInRefused(`${error} ${values.get('error_description') ?? ''}`)
  const code = values.get('code')
  if (code === null) throw signInRefused('It came back without a code.')
  return code
}

/** What Salesforce says of a token only now: a moment later the same request succeeds. */
const passing = /unknown_error|already being processed|\brate\b|server_error|unavailable/i

async function redeem(
  { org, clientId, fetch }: Asking,
  grant: Readonly<Record<string, string>>,
): Promise<Tokens> {
  const values = { ...grant, client_id: clientId, format: 'json' }
  const answer: unknown = await post(org, fetch, { path: 'token', values })
  const refused = refusalSchema.safeParse(answer)
  if (refused.success) {
    const said = `${refused.data.error} ${refused.data.error_description ?? ''}`
    throw passing.test(said) ? new SalesforceError('unreachable', said) : signInRefused(said)
  }
  const given = tokensSchema.safeParse(answer)
  if (!given.success) throw new SalesforceError('unreachable', 'No token was given.')
  return tokensIn(org, given.data)
}

/** Tokens are taken from the org that was asked, for that org, and for no other address. */
function tokensIn(org: Org, given: z.infer<typeof tokensSchema>): Tokens {
  const orgId = wholeId(/\/id\/(00D\w{12,15})\/005\w+$/.exec(given.id)?.[1] ?? '')
  if (URL.parse(given.instance_url)?.origin !== `https://${org.apiHost}` || orgId === null)
    throw new SalesforceError('wrong-org', 'The sign-in belongs to another org.')
  return {
    accessToken: given.access_token,
    refreshToken: given.refresh_token ?? null,
    orgPrefix: orgId.slice(0, 15),
  }
}

interface Post {
  readonly path: 'token' | 'revoke'
  readonly values: Readonly<Record<string, string>>
}

const SECOND = 1000

/** The parsed answer, a refusal included. Goes to this org's host only, without cookies or redirects. */
async function post({ apiHost }: Org, fetch: Fetch, { path, values }: Post): Promise<unknown> {
  const init: RequestInit = {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
    body: new URLSearchParams(values).toString(),
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.timeout(30 * SECOND),
  }
  const address = `https://${apiHost}/services/oauth2/${path}`
  try {
    const response = await fetch(address, init)
    const text = await response.text()
    return text === '' ? null : JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SalesforceError) throw cause
    throw new SalesforceError('unreachable', 'Salesforce could not be reached.', { cause })
  }
}
