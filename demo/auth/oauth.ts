import { Hono } from 'hono'
import type { Org } from '../org/org.ts'
import { authorize } from './authorize.ts'
import type { Signer } from './id-token.ts'
import { createOAuthGrants } from './oauth-grants.ts'
import { introspect } from './introspect.ts'
import { revoke, token } from './token.ts'

/**
 * `/services/oauth2`: the authorization code flow with PKCE, refresh, apps that sign in as themselves or sign users in,
 * revoke and introspection.
 */
export function oauth(org: Org, signer: Signer): Hono {
  const place = { org, signer, grants: createOAuthGrants(org.state.random) }
  return new Hono()
    .on(['GET', 'POST'], '/authorize', (context) => authorize(place, context))
    .post('/token', (context) => token(place, context))
    .on(['GET', 'POST'], '/revoke', (context) => revoke(place, context))
    .post('/introspect', (context) => introspect(place, context))
}
