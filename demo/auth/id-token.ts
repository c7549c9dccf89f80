import { Buffer } from 'node:buffer'
import { createHash, createSign, generateKeyPairSync } from 'node:crypto'
import type { PendingGrant } from './oauth-grants.ts'

const BITS = 2048
const KEY_ID = 'demo'
const MINUTES = 2

/** Signs what the org says of who has signed in; the key is made when it is first asked for. */
export function createSigner() {
  let pair: ReturnType<typeof generatePair> | undefined
  const keys = () => (pair ??= generatePair())
  return {
    /**
     * `/id/keys`: by what the signatures are checked.
     * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_using_openid.htm
     */
    keySet: () => {
      const { e, kty, n } = keys().publicKey.export({ format: 'jwk' })
      return { keys: [{ alg: 'RS256', e, kid: KEY_ID, kty, n, use: 'sig' }] }
    },
    sign: (claims: Readonly<Record<string, unknown>>): string => {
      const header = encoded({ kid: KEY_ID, typ: 'JWT', alg: 'RS256' })
      const signed = `${header}.${encoded(claims)}`
      const signature = createSign('RSA-SHA256').update(signed).sign(keys().privateKey, 'base64url')
      return `${signed}.${signature}`
    },
  }
}

/** Signs for one org. */
export type Signer = ReturnType<typeof createSigner>

const generatePair = () => generateKeyPairSync('rsa', { modulusLength: BITS })

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What an identity token is about. */
interface Signed {
  readonly grant: Pick<PendingGrant, 'consumerKey' | 'nonce'>
  /** The address that names the user. */
  readonly sub: string
  readonly issuer: string
  readonly accessToken: string
  readonly now: Date
}

/** The claims of an identity token: who has signed in where, and for which app. */
export function identityClaims({ grant, sub, issuer, accessToken, now }: Signed) {
  const iat = Math.floor(now.getTime() / 1000)
  const half = createHash('sha256').update(accessToken).digest().subarray(0, 16)
  return {
    at_hash: half.toString('base64url'),
    sub,
    aud: grant.consumerKey,
    iss: issuer,
    exp: iat + MINUTES * 60,
    iat,
    ...(grant.nonce === undefined ? {} : { nonce: grant.nonce }),
  }
}
