import type { SignInWindow } from '#lib/salesforce/oauth.ts'
import { signInRefused } from '#lib/salesforce/oauth-refusals.ts'

/** The browser's window for signing in. `identity` is an optional permission: the settings ask for it. */
export const signInWindow: SignInWindow = {
  redirectUri: () => `https://${chrome.runtime.id}.chromiumapp.org/`,
  open: async (url) => {
    if (!('identity' in chrome))
      throw signInRefused('Segue may not open a sign-in window: allow it in the settings.')
    const cameBack = await chrome.identity.launchWebAuthFlow({ url, interactive: true })
    if (cameBack === undefined) throw signInRefused('The user did not approve access.')
    return cameBack
  },
}
