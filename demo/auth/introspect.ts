import type { Context } from 'hono'
import type { OAuthOrg } from './authorize.ts'
import { clientApp } from './client-apps.ts'
import type { Grant } from './oauth-grants.ts'
import { credentialsOf, parametersOf } from './token.ts'

/**
 * Tells an app whether a token of its own still holds, and what for.
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oidc_token_introspection_endpoint.htm
 */
export async function introspect(place: OAuthOrg, context: Context): Promise<Response> {
  const asked = { ...credentialsOf(context), ...(await parametersOf(context)) }
  const app = clientApp(place.org, asked['client_id'] ?? '')
  if (!app) {
    const description = 'client identifier invalid'
    return context.json({ error: 'invalid_client_id', error_description: description }, 400)
  }
  const found = stateOf(place, asked['token'] ?? '')
  const isOwn = found?.grant.consumerKey === asked['client_id']
  return context.json(found && isOwn ? told(place, found) : { active: false })
}

interface Found {
  readonly grant: Grant
  readonly type: 'access_token' | 'refresh_token'
  /** When it was given and until when it holds, where that is known; refresh tokens hold until they are revoked. */
  readonly times: Readonly<Record<string, number>>
}

function stateOf({ org, grants }: OAuthOrg, token: string): Found | undefined {
  const refreshing = grants.refreshGrant(token)
  if (refreshing) return { grant: refreshing, type: 'refresh_token', times: {} }
  const given = grants.givenFor(token)
  if (!given || !org.sessionOf(token)) return undefined
  const iat = seconds(given.issuedAt)
  const exp = seconds(org.state.now()) + org.state.file.switches.sessionMinutes * 60
  return { grant: given.grant, type: 'access_token', times: { exp, iat, nbf: iat } }
}

const seconds = (moment: Date): number => Math.floor(moment.getTime() / 1000)

function told({ org }: OAuthOrg, { grant, type, times }: Found) {
  const { consumerKey, scope, userId } = grant
  return {
    active: true,
    scope,
    client_id: consumerKey,
    username: org.state.store.table('User').get(userId)?.['Username'],
    sub: `https://login.salesforce.com/id/${org.state.file.orgId}/${userId}`,
    token_type: type,
    ...times,
  }
}
