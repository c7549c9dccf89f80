/** What proves that who redeems a code is who asked for it (RFC 7636). */
export interface ProofKey {
  readonly verifier: string
  readonly challenge: string
}

/** A new proof key, by the method S256. */
export async function newProofKey(): Promise<ProofKey> {
  const verifier = unguessable()
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return { verifier, challenge: base64Url(new Uint8Array(digest)) }
}

/** 43 letters that nobody can guess. */
export function unguessable(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)))
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
