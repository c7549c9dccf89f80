const org = 'org'

/**
 * Our page with the whole inbox of an org, by the host of its API. The page stays with that org wherever the user
 * goes meanwhile: what is done on it is done in the org that it shows.
 */
export function inboxPageOf(apiHost: string): string {
  return `/insights.html?${org}=${apiHost}`
}

/** The host of the API that the address of a page of ours names; null where it names none. */
export function apiHostIn(address: string): string | null {
  const url = URL.parse(address)
  return url?.protocol === 'chrome-extension:' ? url.searchParams.get(org) : null
}
