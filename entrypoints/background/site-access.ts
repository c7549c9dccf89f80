import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import type { WorkerPorts } from './ports.ts'

/*
 * Users and companies can take an extension off sites that it was installed for ("site access", the policy
 * `runtime_blocked_hosts`). Chrome then refuses cookies, and lets a request fail as if the network were down.
 */

/** Whether Chrome lets Segue onto any site at all. */
export async function isLetIn(): Promise<boolean> {
  const { origins = [] } = await chrome.permissions.getAll()
  return origins.length > 0
}

/** Reads a cookie. Throws `site-blocked` where Chrome does not let Segue onto the site. */
export const readCookie: WorkerPorts['cookies']['get'] = (details) =>
  onto(details.url, async () => (await chrome.cookies.get(details)) ?? null)

/** `fetch`, which throws `site-blocked` where Chrome does not let Segue onto the site. */
export const reach: WorkerPorts['fetch'] = (url, init) => onto(url, () => fetch(url, init))

/** What some work at a site gives; where it fails, whether Chrome is why. */
async function onto<Value>(url: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (cause) {
    throw (await isLetOnto(url)) ? cause : blocked(url, cause)
  }
}

function isLetOnto(url: string): Promise<boolean> {
  return chrome.permissions.contains({ origins: [`${new URL(url).origin}/*`] })
}

function blocked(url: string, cause: unknown): SalesforceError {
  const words = `Chrome does not let Segue onto ${new URL(url).host}.`
  return new SalesforceError('site-blocked', words, { cause })
}
