import { join } from 'node:path'
import { createApp } from '#demo/app.ts'
import { loadOrgFolder } from '#demo/org/load-folder.ts'
import { createOrg, type Org as DemoOrg } from '#demo/org/org.ts'
import type { OrgSeedInput } from '#demo/org/seed.ts'
import type { RememberedShape } from '#lib/salesforce/describe.ts'
import { createGateway, type GatewayPorts } from '#lib/salesforce/gateway.ts'
import type { Memory } from '#lib/salesforce/memory.ts'
import type { NameSettings } from '#lib/salesforce/names.ts'
import type { SignInWindow } from '#lib/salesforce/oauth.ts'
import { nodeJsforce } from './node-jsforce.ts'

/** Something that happens to a request on its way: gives the answer itself, or lets it pass. */
export type Fault = (
  request: Request,
  pass: (request: Request) => Promise<Response>,
) => Promise<Response>

/** Answers in Salesforce's place. */
export const respond =
  (status: number, body: unknown): Fault =>
  async () =>
    Response.json(body, { status })

export const acmeUsers = { ana: '005Hs00000006RMIAY', mara: '005Hs00000005MnIAI' }
export const brightwater = '006Hs0000000847IAA'

const acme = loadOrgFolder(join(import.meta.dirname, '../../../demo/orgs/acme'))

/** The acme org of the repository, to start from or to change first. */
export function acmeSeed(): OrgSeedInput {
  return structuredClone(acme)
}

/** A demo org in this process, with a browser that may be signed in to it. */
export function orgInProcess(seed: OrgSeedInput = acmeSeed()) {
  const clock = { now: Date.parse('2026-11-23T12:00:00.000Z') }
  let chance = 1
  const random = () => (chance = (chance * 16807) % 2147483647) / 2147483647
  const demo = createOrg(seed, { now: () => new Date(clock.now), random })
  const app = createApp([demo])
  const faults: Fault[] = []
  const network = { isUp: true }
  const fetch = (url: string, init: RequestInit) => {
    const request = new Request(url, init)
    const fault = url.includes('/services/data/v') ? faults.shift() : undefined
    return fault ? fault(request, app.fetch) : app.fetch(request)
  }
  return { demo, clock, faults, network, fetch, browser: browserAt(demo), org: orgOf(demo) }
}
export type OrgInProcess = ReturnType<typeof orgInProcess>

function orgOf({ hosts }: DemoOrg) {
  return { lightningHost: hosts.lightning, apiHost: hosts.my }
}

/** The cookies of a browser. */
function browserAt(demo: DemoOrg) {
  const jar = new Map<string, string>()
  return {
    get: async ({ url }: { url: string; name: string }) => {
      const value = jar.get(new URL(url).hostname)
      return value === undefined ? null : { value }
    },
    jar,
    signIn: (userId: string) => {
      jar.set(demo.hosts.my, demo.signIn(userId))
      jar.set(demo.hosts.lightning, demo.signInToPages(userId))
    },
    signOut: () => jar.clear(),
  }
}

function memoryOn(values: Map<string, unknown>): Memory {
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, value),
    remove: async (key) => void values.delete(key),
  }
}

const redirectUri = 'https://segue.chromiumapp.org/'

/** The browser's sign-in window: goes where it is sent, with the cookies of the browser. */
export function windowOf({
  browser,
  fetch,
}: Pick<OrgInProcess, 'browser' | 'fetch'>): SignInWindow {
  return {
    redirectUri: () => redirectUri,
    open: async (address) => {
      const sid = await browser.get({ url: address, name: 'sid' })
      const headers = { cookie: `sid=${sid?.value ?? ''}` }
      const answer = await fetch(address, { headers, redirect: 'manual' })
      const location = answer.headers.get('location')
      // Anything but a redirect is a page, which the user closes.
      if (location === null) throw new Error('The user did not approve access.')
      return location
    },
  }
}

/** A gateway to the org, with what it remembers between calls. */
export function gatewayTo(
  { browser, fetch, clock, network }: OrgInProcess,
  settings: NameSettings = {},
) {
  const memory = new Map<string, unknown>()
  const kept = new Map<string, unknown>()
  const shapes = new Map<string, readonly RememberedShape[]>()
  const ports: GatewayPorts = {
    cookies: browser,
    memory: memoryOn(memory),
    settings: memoryOn(kept),
    signInRule: async () => ({ way: 'session', allows: () => true }),
    signInWindow: windowOf({ browser, fetch }),
    fetch,
    loadJsforce: nodeJsforce,
    isOnline: () => network.isUp,
    names: { of: async () => settings, found: async () => false },
    shapes: {
      read: async ({ userId }) => shapes.get(userId) ?? [],
      keep: async ({ userId }, read) => void shapes.set(userId, read),
    },
    now: () => new Date(clock.now).toISOString(),
  }
  return { ports, memory, kept, shapes, gateway: createGateway(ports) }
}

/** The calls of the API that count, since the last look. */
export function callsOf({ demo }: OrgInProcess): readonly string[] {
  const calls = demo.calls.all().map(({ method, path }) => `${method} ${path.split('?')[0]}`)
  demo.calls.clear()
  return calls
}
