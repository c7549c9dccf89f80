import type { Org } from '../org/org.ts'

/**
 * `/.well-known/openid-configuration`: where the org can be signed in to; nobody need be signed in to ask.
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_using_openid_discovery_endpoint.htm
 */
export function discovery({ hosts }: Org) {
  const issuer = `https://${hosts.my}`
  const oauth = `${issuer}/services/oauth2`
  return {
    issuer,
    authorization_endpoint: `${oauth}/authorize`,
    token_endpoint: `${oauth}/token`,
    revocation_endpoint: `${oauth}/revoke`,
    userinfo_endpoint: `${oauth}/userinfo`,
    introspection_endpoint: `${oauth}/introspect`,
    jwks_uri: `${issuer}/id/keys`,
    scopes_supported: ['id', 'api', 'full', 'openid', 'refresh_token', 'offline_access'],
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  }
}
