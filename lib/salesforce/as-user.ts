import type { Org } from './org-host.ts'
import { signInAddress } from './org-host.ts'
import { SalesforceError } from './salesforce-error.ts'
import { forgetSignIn, signIn, type SignedIn, type SignInPorts } from './signed-in.ts'
import { readSession } from './session.ts'

/**
 * Does some work as the user who is signed in to the org. When Salesforce refuses the session, the cookie is
 * read again: a changed session gets one more try, an unchanged one is over.
 */
export async function asUser<Result>(
  org: Org,
  ports: SignInPorts,
  work: (signedIn: SignedIn) => Promise<Result>,
): Promise<Result> {
  const before = await readSession(org, ports.cookies)
  try {
    return await work(await signIn(org, ports))
  } catch (error) {
    if (!isExpired(error)) throw error
    await forgetSignIn(org, ports)
    const after = await readSession(org, ports.cookies)
    if (after.token === before.token) throw expired(org, error)
    return work(await signIn(org, ports))
  }
}

function isExpired(error: unknown): error is SalesforceError {
  return error instanceof SalesforceError && error.kind === 'session-expired'
}

function expired(org: Org, cause: SalesforceError): SalesforceError {
  const { kind, message, code } = cause
  return new SalesforceError(kind, message, { code, cause, url: signInAddress(org) })
}
