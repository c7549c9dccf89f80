/** What Salesforce, or the browser, says when a sign-in does not come about, and what a person can do. */
const explanations: readonly (readonly [said: RegExp, sentence: string])[] = [
  [
    /must be installed|not installed|EC_APP_NOT_FOUND/i,
    'The app must be installed in this org: ask your Salesforce admin to set up the External Client App for Segue.',
  ],
  [
    /APP_BLOCKED|blocked by admin/i,
    'Your Salesforce admin has blocked the app. Ask for it to be approved.',
  ],
  [
    /APP_ACCESS_DENIED|not admin approved/i,
    'The app is only for users whom your admin has approved. Ask for the permission set that the app names.',
  ],
  [
    /invalid_client_id|client identifier invalid|invalid_client/i,
    'Salesforce does not know this consumer key. Compare it with the one of the External Client App.',
  ],
  [
    /redirect_uri/i,
    'The app does not name the callback address of this extension. The address stands in the settings; your admin adds it to the app.',
  ],
  [
    /code.challenge|code.verifier/i,
    'The app and Segue disagree about PKCE. Your admin ticks “Require PKCE”.',
  ],
  [
    /invalid_scope|scope/i,
    'The app does not allow “Manage user data via APIs (api)”. Your admin adds this scope.',
  ],
  [
    /inactive_user|user.{0,20}inactive/i,
    'This Salesforce user is not active. Ask your Salesforce admin.',
  ],
  [/inactive_org/i, 'This org is not active.'],
  [
    /expired (?:authorization code|access\/refresh token)|invalid_grant/i,
    'The sign-in was too old, or was ended in Salesforce. Sign in again.',
  ],
  [
    /access_denied|did not approve|end-user denied/i,
    'The sign-in window was closed, or access was not allowed.',
  ],
  [
    /interaction required/i,
    'Salesforce wants you to sign in yourself. Sign in again from the settings.',
  ],
  [
    /could not be loaded/i,
    'The sign-in page of Salesforce could not be loaded. Is this computer online?',
  ],
]

/** What a refused sign-in means, and what to do about it; what was said itself when that is new. */
export function explained(said: string): string {
  const [, sentence] = explanations.find(([pattern]) => pattern.test(said)) ?? []
  if (sentence !== undefined) return sentence
  // Whole sentences are our own.
  return /^[A-Z].*\.$/.test(said) ? said : `Salesforce said: ${said.slice(0, 200)}`
}
