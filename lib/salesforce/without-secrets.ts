/** A session or access token as Salesforce makes them: the org's id, `!`, then chance; and a refresh token. */
const secrets = /00D\w{12}(?:\w{3})?(?:!|%21)[\w.~+/-]+|5Aep[\w.]{20,}/g

/** A text that may be shown, copied or reported: whatever was repeated in it, no session is. */
export function withoutSecrets(text: string): string {
  return text.replaceAll(secrets, '(session)')
}
