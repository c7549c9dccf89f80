const org = 'org'

/** The scheme of an extension's pages in Chromium, and in Firefox. */
const ours = new Set(['chrome-extension:', 'moz-extension:'])

/**
 * What the address of a page of ours says so that the page stays with an org, by the host of its API. Wherever the
 * user goes meanwhile, what is done on the page is done in the org that it shows.
 */
export function inOrg(apiHost: string): string {
  return `?${org}=${apiHost}`
}

/** Our page with the whole inbox of an org. */
export function inboxPageOf(apiHost: string): string {
  return `/insights.html${inOrg(apiHost)}`
}

/** The host of the API that the address of a page of ours names; null where it names none. */
export function apiHostIn(address: string): string | null {
  const url = URL.parse(address)
  return url && ours.has(url.protocol) ? url.searchParams.get(org) : null
}
