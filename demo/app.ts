import { Hono } from 'hono'
import { controlAddress } from './faults/control.ts'
import { suffer } from './faults/suffer.ts'
import type { Org } from './org/org.ts'
import { api } from './rest/api.ts'

/** Makes the pages of one org's Lightning and sign-in hosts. */
export type Pages = (org: Org) => Hono

/** An app that answers for all the orgs by host; unknown hosts get the first org. */
export interface DemoApp {
  readonly fetch: (request: Request) => Promise<Response>
  /** As `fetch`, with an address and what `fetch` takes besides. */
  readonly request: (address: string, init?: RequestInit) => Promise<Response>
}

/** Puts orgs behind one function from Request to Response. */
export function createApp(orgs: readonly Org[], pages: Pages = () => new Hono()): DemoApp {
  const sites = orgs.map((org) => ({
    org,
    api: api(org),
    control: controlAddress(org),
    pages: pages(org),
  }))
  const fetch = async (request: Request): Promise<Response> => {
    const { hostname, pathname, search } = new URL(request.url)
    const site = sites.find(({ org }) => Object.values(org.hosts).includes(hostname)) ?? sites[0]
    if (!site) return new Response('No org is served here.', { status: 404 })
    if (pathname.startsWith('/__demo/')) return site.control.fetch(request)
    const asked = { method: request.method, path: pathname + search }
    return suffer(site.org.faults.strike(asked), async () =>
      isApi(pathname) ? site.api.fetch(request) : site.pages.fetch(request),
    )
  }
  return { fetch, request: (address, init) => fetch(new Request(address, init)) }
}

function isApi(pathname: string): boolean {
  return /^\/(services|id|\.well-known)(\/|$)/.test(pathname)
}
