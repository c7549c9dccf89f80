import { Buffer } from 'node:buffer'
import { createVerify } from 'node:crypto'
import * as z from 'zod'
import type { Org } from '../org/org.ts'
import type { ClientApp } from './client-apps.ts'
import type { Grant } from './oauth-grants.ts'

/** Why no token is given. */
interface Refused {
  readonly error: string
  readonly error_description: string
}

const refused = (error: string, error_description: string): Refused => ({
  error,
  error_description,
})

const USUAL_SCOPE = 'api'

/**
 * An app signs in as itself: as the user that its policy names, with its secret.
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm
 */
export function grantOfCredentials(org: Org, app: ClientApp, secret: string): Grant | Refused {
  if (app.consumerSecret !== undefined && app.consumerSecret !== secret)
    return refused('invalid_client', 'invalid client credentials')
  const user = activeUser(org, app.runAs ?? '')
  if (!user) return refused('invalid_grant', 'no client credentials user enabled')
  return { consumerKey: app.consumerKey, userId: user, scope: USUAL_SCOPE }
}

const claimsSchema = z.looseObject({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.coerce.number(),
})
/** What an app says of itself and a user in a signed assertion. */
export type Claims = z.infer<typeof claimsSchema>

/** The claims of an assertion, which names the app that has made it. */
export function claimsOf(assertion: string): Claims | undefined {
  const [, payload = ''] = assertion.split('.')
  try {
    const said: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
    return claimsSchema.safeParse(said).data
  } catch {
    return undefined // What is no JSON claims nothing.
  }
}

/**
 * An app signs a user in by an assertion that its certificate proves; an app without one proves nothing.
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_jwt_flow.htm
 */
export function grantOfAssertion(
  org: Org,
  app: ClientApp,
  { assertion, claims }: { readonly assertion: string; readonly claims: Claims },
): Grant | Refused {
  const audiences = [claims.aud].flat().map((audience) => audience.replace(/\/$/, ''))
  if (!audiences.some((audience) => isOfOrg(org, audience)))
    return refused('invalid_grant', 'audience is invalid')
  const isOver = claims.exp * 1000 <= org.state.now().getTime()
  if (isOver || !isProven(assertion, app)) return refused('invalid_grant', 'invalid assertion')
  const user = activeUser(org, claims.sub)
  if (!user) return refused('invalid_grant', "user hasn't approved this consumer")
  return { consumerKey: app.consumerKey, userId: user, scope: USUAL_SCOPE }
}

function isOfOrg({ hosts }: Org, audience: string): boolean {
  const usual = ['https://login.salesforce.com', 'https://test.salesforce.com']
  return [...usual, `https://${hosts.my}`].includes(audience)
}

function isProven(assertion: string, { certificate }: ClientApp): boolean {
  if (certificate === undefined) return true
  const [header = '', payload = '', signature = ''] = assertion.split('.')
  try {
    return createVerify('RSA-SHA256')
      .update(`${header}.${payload}`)
      .verify(certificate, signature, 'base64url')
  } catch {
    return false // What is no certificate proves nothing.
  }
}

function activeUser({ state }: Org, named: string): string | undefined {
  const key = named.toLowerCase()
  const user = state.file.users.find(
    ({ id, username, active }) => active && (id === named || username.toLowerCase() === key),
  )
  return user?.id
}
