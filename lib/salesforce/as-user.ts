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
    const wasKnown = await forgetToken(org, before.token, ports)
    const after = await renewed({ org, token: before.token, error }, ports).catch((reason) => {
      if (wasKnown && isOver(reason)) ports.sessionOver?.()
      throw reason
    })
    return work(await signIn(after, ports))
  }
}

interface Refused {
  readonly org: Org
  readonly token: string
  readonly error: SalesforceError
}

async function renewed({ org, token, error }: Refused, ports: SignInPorts) {
  const after = await renewedSession(org, ports)
  if (after.token === token) throw expired(org, error)
  return after
}

const over: ReadonlySet<unknown> = new Set(['session-expired', 'signed-out', 'needs-oauth'])

const isOver = (error: unknown) => error instanceof SalesforceError && over.has(error.kind)

function isExpired(error: unknown): error is SalesforceError {
  return error instanceof SalesforceError && error.kind === 'session-expired'
}

function expired(org: Org, cause: SalesforceError): SalesforceError {
  const { kind, message, code } = cause
  return new SalesforceError(kind, message, { code, cause, url: signInAddress(org) })
}
