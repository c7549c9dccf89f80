import { createApp } from '#demo/app.ts'
import { people, smallOrg, type SmallSeed } from '../small-org.ts'

/** What a call to the served org carries. */
interface Sent {
  /** Sent as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const DATA = '/services/data/v67.0'

/** A small org behind its REST address, called as its administrator. */
export function served(seed: SmallSeed = {}) {
  const { org, clock } = smallOrg(seed)
  const app = createApp([org])
  const token = org.signIn(people.admin)
  const send = (path: string, init: RequestInit) =>
    app.request(`https://small.my.salesforce.com${path}`, {
      ...init,
      headers: {
        Authorization: `Bearer ${token}`,
        ...Object.fromEntries(new Headers(init.headers)),
      },
    })
  const call = (method: string, path: string, { body, headers = {} }: Sent = {}) =>
    send(`${DATA}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  /** Status and body of a call. */
  const answer = async (method: string, path: string, sent: Sent = {}) => {
    const response = await call(method, path, sent)
    const text = await response.text()
    const body: unknown = text === '' ? undefined : JSON.parse(text)
    return { status: response.status, body }
  }
  return { org, clock, send, call, answer, me: org.as(people.admin) }
}
