import { Buffer } from 'node:buffer'
import { createHmac } from 'node:crypto'
import type { Context } from 'hono'
import type { Org } from '../org/org.ts'
import type { OAuthOrg } from './authorize.ts'
import { clientApp, type ClientApp } from './client-apps.ts'
import { claimsOf, grantOfAssertion, grantOfCredentials } from './grants-of-apps.ts'
import { identityClaims } from './id-token.ts'
import { type Grant, provesChallenge } from './oauth-grants.ts'

type Parameters = Readonly<Record<string, string | undefined>>

/** What a token request comes to: a grant and the refresh token it keeps, or a refusal. */
type Outcome =
  | { readonly grant: Grant; readonly refreshToken: string | undefined }
  | { readonly error: string; readonly error_description: string }

/** Gives an access token for a code or a refresh token; refusals have status 400. */
export async function token(place: OAuthOrg, context: Context): Promise<Response> {
  const asked = { ...credentialsOf(context), ...(await parametersOf(context)) }
  const outcome = outcomeOf(place, asked)
  if ('error' in outcome) return context.json(outcome, 400)
  const { org } = place
  const { grant, refreshToken } = outcome
  const { id: accessToken } = org.sessions.open({
    userId: grant.userId,
    mayCallApi: /\b(?:api|full)\b/.test(grant.scope),
    fromOAuth: true,
  })
  place.grants.noteAccessToken(grant, accessToken, org.state.now())
  const origin = instanceOf(place, context)
  const id = `${origin}/id/${org.state.file.orgId}/${grant.userId}`
  const issuedAt = String(org.state.now().getTime())
  return context.json({
    access_token: accessToken,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    signature: createHmac('sha256', grant.consumerKey).update(`${id}${issuedAt}`).digest('base64'),
    scope: grant.scope,
    instance_url: origin,
    id,
    token_type: 'Bearer',
    issued_at: issuedAt,
    ...identityToken(place, grant, accessToken),
  })
}

/** For apps that ask for `openid` besides: who the user is, signed. */
function identityToken({ org, signer }: OAuthOrg, grant: Grant, accessToken: string) {
  if (!/\bopenid\b/.test(grant.scope)) return {}
  const issuer = `https://${org.hosts.my}`
  const sub = `https://login.salesforce.com/id/${org.state.file.orgId}/${grant.userId}`
  const signed = { grant, sub, issuer, accessToken, now: org.state.now() }
  return { id_token: signer.sign(identityClaims(signed)) }
}

/** Ends an access token, or a refresh token with the access tokens that came of it. */
export async function revoke({ org, grants }: OAuthOrg, context: Context): Promise<Response> {
  const { token: revoked = '' } = await parametersOf(context)
  const ending = grants.revoke(revoked) ?? (org.sessions.find(revoked) ? [revoked] : undefined)
  if (!ending) {
    return context.json({ error: 'invalid_token', error_description: 'invalid token' }, 400)
  }
  for (const session of ending) org.sessions.end(session)
  return context.body(null, 200)
}

/**
 * What a request says in its address and its form; a body that is not called a form says nothing.
 * https://stackoverflow.com/questions/10890467
 */
export async function parametersOf(context: Context): Promise<Parameters> {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(
    context.req.header('Content-Type') ?? '',
  )
  const body = context.req.method === 'POST' && isForm ? await context.req.text() : ''
  const inAddress = new URL(context.req.url).searchParams
  return Object.fromEntries([...inAddress, ...new URLSearchParams(body)])
}

/**
 * A client may name itself by HTTP Basic authentication, its consumer key as the user.
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_web_server_flow.htm
 */
export function credentialsOf(context: Context): Parameters {
  const [, encoded] = /^Basic\s+(.+)$/i.exec(context.req.header('Authorization') ?? '') ?? []
  if (encoded === undefined) return {}
  const [consumerKey = '', consumerSecret = ''] = Buffer.from(encoded, 'base64')
    .toString()
    .split(':')
  return { client_id: consumerKey, client_secret: consumerSecret }
}

type Giving = (place: OAuthOrg, app: ClientApp, asked: Parameters) => Outcome

/** What is given for each type of grant. */
const givers: Readonly<Record<string, Giving>> = {
  authorization_code: forCode,
  refresh_token: forRefresh,
  client_credentials: ({ org }, app, asked) =>
    once(grantOfCredentials(org, app, asked['client_secret'] ?? '')),
  'urn:ietf:params:oauth:grant-type:jwt-bearer': forAssertion,
}

function outcomeOf(place: OAuthOrg, asked: Parameters): Outcome {
  const give = givers[asked['grant_type'] ?? '']
  if (!give) return refusal('unsupported_grant_type', 'grant type not supported')
  // An assertion says itself which app has made it.
  const claims = claimsOf(asked['assertion'] ?? '')
  if (give === forAssertion && !claims) return refusal('invalid_grant', 'invalid assertion')
  const app = clientApp(place.org, claims?.iss ?? asked['client_id'] ?? '')
  return app ? give(place, app, asked) : refusal('invalid_client_id', 'client identifier invalid')
}

/** Nobody is asked to come back: whoever could ask for this token can ask for the next. */
const once = (given: ReturnType<typeof grantOfCredentials>): Outcome =>
  'error' in given ? given : { grant: given, refreshToken: undefined }

function forAssertion({ org }: OAuthOrg, app: ClientApp, asked: Parameters): Outcome {
  const { assertion = '' } = asked
  const claims = claimsOf(assertion)
  if (!claims) return refusal('invalid_grant', 'invalid assertion')
  return once(grantOfAssertion(org, app, { assertion, claims }))
}

function forRefresh(place: OAuthOrg, app: ClientApp, asked: Parameters): Outcome {
  const old = asked['refresh_token'] ?? ''
  const grant = place.grants.refreshGrant(old)
  if (grant?.consumerKey !== app.consumerKey) {
    return refusal('invalid_grant', 'expired access/refresh token')
  }
  if (!isActive(place.org, grant)) return refusal('invalid_grant', 'inactive user')
  if (!app.rotatesRefreshTokens) return { grant, refreshToken: undefined }
  place.grants.endRefreshToken(old)
  return { grant, refreshToken: place.grants.issueRefreshToken(grant) }
}

function isActive({ state }: Org, { userId }: Grant): boolean {
  return state.store.table('User').get(userId)?.['IsActive'] === true
}

function forCode({ org, grants }: OAuthOrg, app: ClientApp, asked: Parameters): Outcome {
  const grant = grants.takeCode(asked['code'] ?? '', org.state.now())
  if (grant?.consumerKey !== app.consumerKey) {
    return refusal('invalid_grant', 'expired authorization code')
  }
  if (grant.redirectUri !== asked['redirect_uri']) {
    return refusal('redirect_uri_mismatch', 'redirect_uri must match configuration')
  }
  const { challenge } = grant
  if (challenge !== undefined && !provesChallenge(challenge, asked['code_verifier'] ?? '')) {
    return refusal('invalid_grant', 'invalid code verifier')
  }
  // "full" is everything but that.
  const isLasting = /\b(?:refresh_token|offline_access)\b/.test(grant.scope)
  return { grant, refreshToken: isLasting ? grants.issueRefreshToken(grant) : undefined }
}

function refusal(error: string, description: string): Outcome {
  return { error, error_description: description }
}

/** The My Domain, whichever host was asked; a client on this computer keeps its own address. */
function instanceOf({ org }: OAuthOrg, context: Context): string {
  const { hostname, origin } = new URL(context.req.url)
  const isLoopback = hostname === '127.0.0.1' || hostname === 'localhost'
  return isLoopback || hostname === org.hosts.my ? origin : `https://${org.hosts.my}`
}
