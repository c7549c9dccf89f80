import { createApp } from '#demo/app.ts'
import { createOrg, type Org } from '#demo/org/org.ts'
import type { OrgSeedInput } from '#demo/org/seed.ts'
import { admin } from './plain-org.ts'

/** What a call was answered with. */
interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

/** An org in this process, called as its administrator. */
export interface OrgUnderTest {
  readonly org: Org
  readonly call: (method: string, path: string, sent?: Sent) => Promise<Answer>
}

/** What a call carries. */
export interface Sent {
  /** Sent as JSON, or a text as it is. */
  readonly body?: unknown
  /** Besides or in the place of those every call has. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Starts an org from a seed, its clock standing still. */
export function orgUnderTest(seed: OrgSeedInput, now = '2026-11-23T12:00:00Z'): OrgUnderTest {
  const org = createOrg(seed, { now: () => new Date(now), random: () => 0.5 })
  const app = createApp([org])
  const session = org.signIn(admin.id)
  return {
    org,
    call: async (method, path, { body, headers = {} } = {}) => {
      const response = await app.request(`https://${org.hosts.my}${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${session}`,
          'Content-Type': 'application/json',
          ...headers,
        },
        ...(body === undefined || body === null ? {} : { body: bodyText(body) }),
      })
      const text = await response.text()
      return { status: response.status, headers: response.headers, body: parsed(text) }
    },
  }
}

function bodyText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body)
}

function parsed(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text)
}
