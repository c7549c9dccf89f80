import { createApp } from '#demo/app.ts'
import { openFolder } from '#demo/launch/start-orgs.ts'
import type { Org } from '#demo/org/org.ts'
import { createPages } from '#demo/pages/pages.ts'

/** A browser without scripts: it keeps cookies by host and follows nothing by itself. */
export interface Visitor {
  readonly org: Org
  readonly go: (address: string, init?: RequestInit) => Promise<Response>
  /** Signs in on the sign-in page and follows to the Lightning host; gives where that leads. */
  readonly signIn: (name: string, startURL?: string) => Promise<string>
  readonly cookie: (host: string) => string | undefined
}

/** A visitor of an org folder of this project. */
export function visit(folder: string): Visitor {
  const org = openFolder(`demo/orgs/${folder}`)
  const app = createApp([org], createPages)
  const jar = new Map<string, string>()
  const go = async (address: string, init: RequestInit = {}) => {
    const host = new URL(address).hostname
    const headers = new Headers(init.headers)
    const cookie = jar.get(host)
    if (cookie !== undefined) headers.set('Cookie', cookie)
    const answer = await app.request(address, { ...init, headers })
    for (const set of answer.headers.getSetCookie()) jar.set(host, set.split(';')[0] ?? '')
    return answer
  }
  return {
    org,
    go,
    cookie: (host) => jar.get(host)?.replace('sid=', ''),
    signIn: async (name, startURL = '/lightning/page/home') => {
      const user = org.state.file.users.find((one) => one.name === name)?.id ?? ''
      const body = new URLSearchParams({ user, startURL })
      const sent = await go(`https://${org.hosts.my}/`, { method: 'POST', body })
      const entered = await go(sent.headers.get('Location') ?? '')
      return entered.headers.get('Location') ?? ''
    },
  }
}
