import * as z from 'zod/mini'
import { apiHostIn } from '#lib/messaging/own-page.ts'
import type { Caller } from '#lib/messaging/router.ts'
import { behindHost, orgAtApiHost, type Org } from '#lib/salesforce/org-host.ts'
import { opportunityPage } from '#lib/salesforce/record-page.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import { orgOfPage } from '#lib/salesforce/session.ts'
import type { BrowserTab, WorkerPorts } from './ports.ts'

const lastOrg = 'last-org'

/** Which org a surface means: that of its tab, or the one that a page of ours names in its address, else of the tab in front, else the one used last. */
export function createWhereabouts(ports: Pick<WorkerPorts, 'tabs' | 'settings' | 'isLetIn'>) {
  return {
    /** The org of this caller. Throws `not-salesforce` when none is known, `site-blocked` where the browser shows us none. */
    org: (caller: Caller) => orgOf(ports, caller),
    /** Remembers the org used last, for work without a surface. */
    note: (org: Org) => noteOrg(ports, org),
    /** The org used last, or null. */
    lastOrg: () => readLastOrg(ports),
  }
}
export type Whereabouts = ReturnType<typeof createWhereabouts>
type Ports = Parameters<typeof createWhereabouts>[0]

/** Whoever speaks for the page of a tab. */
export function callerIn({ id, url }: BrowserTab): Caller {
  return { tabId: id, tabUrl: url, isFramed: false }
}

/** The page of a caller: the opportunity its tab shows and the host. */
export function pageOf({ tabUrl }: Caller) {
  const page = tabUrl === null ? null : opportunityPage(tabUrl)
  return { opportunityId: page?.opportunityId ?? null, host: salesforceHost(tabUrl) }
}

async function orgOf(ports: Ports, caller: Caller): Promise<Org> {
  const named = caller.tabUrl === null ? null : apiHostIn(caller.tabUrl)
  const own = named === null ? null : orgAtApiHost(named)
  if (own) return own
  const shown = orgOfAddress(caller.tabUrl) ?? (await orgInFront(ports))
  // Nobody waits for what is only remembered.
  if (shown) void noteOrg(ports, shown).catch(() => undefined)
  const org = shown ?? (await readLastOrg(ports))
  if (!org)
    throw new SalesforceError((await ports.isLetIn()) ? 'not-salesforce' : 'site-blocked', '')
  return org
}

async function noteOrg({ settings }: Ports, { apiHost }: Org): Promise<void> {
  await settings.set(lastOrg, apiHost)
}

async function orgInFront({ tabs }: Ports): Promise<Org | null> {
  return orgOfAddress((await tabs.current())?.url ?? null)
}

/** Pages that are not Salesforce's give null; a proxy before Salesforce throws `needs-oauth`. */
function orgOfAddress(address: string | null): Org | null {
  const host = salesforceHost(address)
  return host === null ? null : orgOfPage(host)
}

function salesforceHost(address: string | null): string | null {
  const host = address === null ? undefined : URL.parse(address)?.hostname
  return host !== undefined && behindHost(host) ? host : null
}

async function readLastOrg({ settings }: Ports): Promise<Org | null> {
  const host = z.string().safeParse(await settings.get(lastOrg))
  return host.success ? orgAtApiHost(host.data) : null
}
