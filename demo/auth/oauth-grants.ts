import { createHash } from 'node:crypto'
import { secret } from './sessions.ts'

/** What a user has let an app do. */
export interface Grant {
  readonly consumerKey: string
  readonly userId: string
  /** Separated by spaces, as asked for. */
  readonly scope: string
}

/** A grant on its way: the code must come back from the same place, with the verifier. */
export interface PendingGrant extends Grant {
  readonly redirectUri: string
  readonly challenge: string | undefined
  /** Comes back in the identity token. */
  readonly nonce?: string | undefined
  readonly issuedAt: Date
}

/** What an access token stands for. */
interface Given {
  readonly grant: Grant
  readonly issuedAt: Date
}

const CODE_LENGTH = 86
const REFRESH_TOKEN_LENGTH = 87
const CODE_LIFE = 15 * 60 * 1000

/** The codes and refresh tokens of one org. */
export function createOAuthGrants(random: () => number) {
  const codes = new Map<string, PendingGrant>()
  const refreshTokens = new Map<string, Grant>()
  const accessTokens = new WeakMap<Grant, string[]>()
  const given = new Map<string, Given>()
  return {
    issueCode: (grant: PendingGrant): string => {
      const code = `aPrx${secret(random, CODE_LENGTH)}`
      codes.set(code, grant)
      return code
    },
    /** The grant of a code, which is worth something once and for fifteen minutes. */
    takeCode: (code: string, now: Date): PendingGrant | undefined => {
      const grant = codes.get(code)
      codes.delete(code)
      return grant && now.getTime() - grant.issuedAt.getTime() <= CODE_LIFE ? grant : undefined
    },
    issueRefreshToken: (grant: Grant): string => {
      const token = `5Aep861${secret(random, REFRESH_TOKEN_LENGTH)}`
      refreshTokens.set(token, grant)
      return token
    },
    refreshGrant: (token: string): Grant | undefined => refreshTokens.get(token),
    endRefreshToken: (token: string): boolean => refreshTokens.delete(token),
    /** For what an access token was given, and when. */
    givenFor: (token: string): Given | undefined => given.get(token),
    /** Remembers what was given for a grant, which ends with it. */
    noteAccessToken: (grant: Grant, token: string, issuedAt: Date): void => {
      given.set(token, { grant, issuedAt })
      accessTokens.set(grant, [...(accessTokens.get(grant) ?? []), token])
    },
    /** Ends a refresh token; the access tokens that end with it, or nothing where there was none. */
    revoke: (token: string): readonly string[] | undefined => {
      const grant = refreshTokens.get(token)
      refreshTokens.delete(token)
      return grant && (accessTokens.get(grant) ?? [])
    },
  }
}

export type OAuthGrants = ReturnType<typeof createOAuthGrants>

/** Whether a verifier is the one its S256 challenge was made of. */
export function provesChallenge(challenge: string, verifier: string): boolean {
  return createHash('sha256').update(verifier).digest('base64url') === challenge
}
