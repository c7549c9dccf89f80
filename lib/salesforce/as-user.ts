import type { Org } from './org-host.ts'
import { signInAddress } from './org-host.ts'
import { SalesforceError } from './salesforce-error.ts'
import { renewedSession, sessionOf } from './session-of.ts'
import { forgetToken, signIn, type SignedIn, type SignInPorts } from './signed-in.ts'

/**
 * Does some work as the user who is signed in to the org. When Salesforce refuses the session, it is read
 * again, or renewed: a changed session gets one more try, an unchanged one is over.
 */
export async function asUser<Result>(
  org: Org,
  ports: SignInPorts,
  work: (signedIn: SignedIn) => Promise<Result>,
): Promise<Result> {
  const before = await sessionOf(org, ports)
  try {
    return await work(await signIn(before, ports))
  } catch (error) {
    if (!isExpired(error)) throw error
    await forgetToken(org, before.token, ports)
    const after = await renewedSession(org, ports)
    if (after.token === before.token) throw expired(org, error)
    return work(await signIn(after, ports))
  }
}

function isExpired(error: unknown): error is SalesforceError {
  return error instanceof SalesforceError && error.kind === 'session-expired'
}

function expired(org: Org, cause: SalesforceError): SalesforceError {
  const { kind, message, code } = cause
  return new SalesforceError(kind, message, { code, cause, url: signInAddress(org) })
}
