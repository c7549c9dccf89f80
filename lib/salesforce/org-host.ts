/** An org as its addresses name it: where its pages are and where its API is. */
export interface Org {
  /** Such as `acme.lightning.force.com`. */
  readonly lightningHost: string
  /** Such as `acme.my.salesforce.com`. */
  readonly apiHost: string
}

/** What stands behind a page's host: an org, or a proxy that hides the org's session from the browser. */
export type Behind = { readonly at: 'org'; readonly org: Org } | { readonly at: 'proxy' }

const lightning = /^([a-z0-9.-]+)\.lightning(\.[a-z0-9-]+)?\.force\.(com|mil)(\.mcas\.ms)?$/

/**
 * The org behind a Lightning page's host, by its suffix only: `acme`, `acme--uat.sandbox`,
 * `acme-dev-ed.develop` and `x.scratch` all lie in front of it. Null for any other host.
 */
export function behindHost(lightningHost: string): Behind | null {
  const match = lightning.exec(lightningHost)
  if (!match) return null
  const [, domain, instance = '', top, proxy] = match
  // Microsoft Defender for Cloud Apps encrypts the session cookie, so only OAuth reaches the API.
  if (proxy !== undefined) return { at: 'proxy' }
  return { at: 'org', org: { lightningHost, apiHost: `${domain}.my${instance}.salesforce.${top}` } }
}

/** The org whose API answers at this host, such as one that an operation was made under. Null for any other host. */
export function orgAtApiHost(apiHost: string): Org | null {
  const match = /^([a-z0-9.-]+)\.my(\.[a-z0-9-]+)?\.salesforce\.(com|mil)$/.exec(apiHost)
  if (!match) return null
  const [, domain, instance = '', top] = match
  return { apiHost, lightningHost: `${domain}.lightning${instance}.force.${top}` }
}

/** The address where a user signs in to the org and comes back to a record. */
export function signInAddress(org: Org): string {
  return `https://${org.apiHost}/`
}
