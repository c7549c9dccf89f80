import { SalesforceError } from './salesforce-error.ts'

/** The trouble that a refused sign-in is, in the words that were said; surfaces explain them. */
export function signInRefused(said: string): SalesforceError {
  return new SalesforceError('sign-in-refused', said)
}
