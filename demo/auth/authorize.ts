import { type Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import type { Org } from '../org/org.ts'
import { clientApp, mayCallBack, type ClientApp } from './client-apps.ts'
import type { Signer } from './id-token.ts'
import type { OAuthGrants } from './oauth-grants.ts'

/** An org, what its users have granted, and by what it signs. */
export interface OAuthOrg {
  readonly org: Org
  readonly grants: OAuthGrants
  readonly signer: Signer
}

/**
 * Sends a signed-in user back to the app with a code, anybody else to choose a user. There is no
 * "Allow access?" page: every app counts as approved by the administrator.
 */
export async function authorize(place: OAuthOrg, context: Context): Promise<Response> {
  const { org } = place
  const asked = new URL(context.req.url).searchParams
  const app = clientApp(org, asked.get('client_id') ?? '')
  const redirectUri = asked.get('redirect_uri') ?? ''
  if (!app) return refusePage(context, 'invalid_client_id', 'client identifier invalid')
  const misdirected = misdirection(app, redirectUri)
  if (misdirected) return refusePage(context, ...misdirected)
  const userId = await userOf(org, context, asked)
  const refusal = refusalOf(app, asked) ?? refusalAtOnce(asked, userId)
  if (refusal) return sendBack(context, redirectUri, { ...refusal, state: asked.get('state') })
  if (userId === undefined) return context.html(chooseUser(org))
  const granted = { consumerKey: app.consumerKey, userId, redirectUri, issuedAt: org.state.now() }
  const code = place.grants.issueCode({ ...granted, ...saidIn(asked) })
  return sendBack(context, redirectUri, { code, state: asked.get('state') })
}

/** What an app says of the access it wants; without a scope it gets the usual one. */
const saidIn = (asked: URLSearchParams) => ({
  scope: asked.get('scope') ?? 'api refresh_token',
  challenge: asked.get('code_challenge') ?? undefined,
  nonce: asked.get('nonce') ?? undefined,
})

/** Why nobody can be sent back to an address. */
function misdirection(app: ClientApp, redirectUri: string): readonly [string, string] | undefined {
  if (redirectUri === '') return ['redirect_uri_missing', 'redirect_uri not provided']
  if (mayCallBack(app, redirectUri)) return undefined
  return ['redirect_uri_mismatch', 'redirect_uri must match configuration']
}

/** https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_flow_errors.htm */
function refusalAtOnce(asked: URLSearchParams, userId: string | undefined) {
  const isWantedAtOnce = asked.get('immediate') === 'true'
  return userId === undefined && isWantedAtOnce ? { error: 'immediate_unsuccessful' } : undefined
}

/** https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_tokens_scopes.htm */
const scopes: ReadonlySet<string> = new Set(
  `address api chatter_api content custom_permissions eclair_api email full id lightning offline_access openid
   pardot_api phone profile refresh_token sfap_api user_registration_api visualforce wave_api web`.split(
    /\s+/,
  ),
)

function refusalOf(app: ClientApp, asked: URLSearchParams): Record<string, string> | undefined {
  if (app.blocked) {
    return { error: 'OAUTH_APP_BLOCKED', error_description: 'this app is blocked by admin' }
  }
  if (asked.get('response_type') !== 'code') {
    const description = 'response type not supported'
    return { error: 'unsupported_response_type', error_description: description }
  }
  if (!(asked.get('scope') ?? 'api').split(' ').every((scope) => scopes.has(scope))) {
    return { error: 'invalid_scope', error_description: 'the requested scope is not allowed' }
  }
  if (app.requiresPkce && !asked.get('code_challenge')) {
    const description = 'missing required code challenge'
    return { error: 'invalid_request', error_description: description }
  }
  return undefined
}

function sendBack(
  context: Context,
  redirectUri: string,
  values: Readonly<Record<string, string | null>>,
): Response {
  const target = new URL(redirectUri)
  for (const [key, value] of Object.entries(values)) {
    if (value !== null) target.searchParams.set(key, value)
  }
  return context.redirect(target.href)
}

function refusePage(context: Context, error: string, description: string): Response {
  return context.text(`error=${error}&error_description=${description}`, 400)
}

/**
 * Who has a session of this host, unless the app has users say anew who they are, or has just been chosen below.
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_web_server_flow.htm
 */
async function userOf(
  org: Org,
  context: Context,
  asked: URLSearchParams,
): Promise<string | undefined> {
  const isAskedAnew = /\blogin\b/.test(asked.get('prompt') ?? '')
  const session = isAskedAnew ? undefined : org.sessionOf(getCookie(context, 'sid') ?? '')
  if (session?.mayCallApi) return session.userId
  if (context.req.method !== 'POST') return undefined
  const { user } = await context.req.parseBody()
  const isKnown = typeof user === 'string' && org.state.file.users.some(({ id }) => id === user)
  if (!isKnown) return undefined
  const cookie = { httpOnly: true, secure: true, sameSite: 'None', path: '/' } as const
  setCookie(context, 'sid', org.signIn(user), cookie)
  return user
}

function chooseUser({ state }: Org) {
  const users = state.file.users.filter((user) => user.active)
  return html`<!doctype html>
    <html lang="en">
      <title>Sign in</title>
      <h1>${state.file.name}: sign in as</h1>
      <form method="post">
        ${users.map(
          ({ id, name }) => html`<p><button name="user" value="${id}">${name}</button></p>`,
        )}
      </form>
    </html>`
}
