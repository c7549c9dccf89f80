import { dryStream } from './dry-stream.ts'
import { SalesforceError } from './salesforce-error.ts'
import { type Fetch, type IncomingResponse, type OutgoingRequest, send } from './transport.ts'

/** One call of the API; `path` begins with `/services/…`, or with what follows the version, such as `/composite`. */
interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Calls Salesforce as one user of one org. */
export interface Connection {
  /** The parsed answer; null for one without content. Throws `SalesforceError`. */
  readonly call: (call: Call) => Promise<unknown>
  /** Sends a form with files; the parsed answer. `path` is what follows the version. */
  readonly upload: (path: string, form: FormData) => Promise<unknown>
  /** A file's content as text, whatever it is said to be. */
  readonly text: (path: string) => Promise<string>
  /** How much of the org's daily allocation is used, as the last answer said. */
  readonly usage: () => ApiUsage | null
}
export interface ApiUsage {
  readonly used: number
  readonly limit: number
}

interface Transport {
  httpRequest(request: OutgoingRequest): Promise<IncomingResponse> & { stream(): unknown }
}

/** The part of jsforce's `Connection` that is used here; both its builds have it. */
type JsforceConnection = new (options: {
  instanceUrl: string
  accessToken: string
  version: string
  callOptions: Record<string, string>
}) => {
  readonly limitInfo: { readonly apiUsage?: ApiUsage }
  request(
    request: {
      method: Call['method']
      url: string
      headers?: Record<string, string>
      body?: string
    },
    options: { transport: Transport },
  ): PromiseLike<unknown>
}
export type LoadJsforce = () => Promise<JsforceConnection>

/** Loads jsforce on the first call only: evaluated at the worker's start it would cost every wake 100 ms. */
export const loadJsforce: LoadJsforce = async () =>
  (await import('jsforce/browser/connection')).Connection

export interface Credentials {
  readonly host: string
  readonly token: string
  /** Such as `67.0`. */
  readonly version: string
}

/** A connection that speaks to the host of these credentials only. jsforce is loaded with its first call. */
export function connect(credentials: Credentials, fetch: Fetch, load: LoadJsforce): Connection {
  const transport = transportTo(credentials.host, fetch)
  let opening: ReturnType<typeof open> | undefined
  let usage: ApiUsage | null = null
  return {
    call: async (call) => {
      const jsforce = await (opening ??= open(credentials, load))
      const answer = await jsforce.request(requestOf(call), { transport })
      usage = jsforce.limitInfo.apiUsage ?? usage
      return answer ?? null
    },
    upload: async (path, form) =>
      JSON.parse(
        await past(credentials, fetch, {
          method: 'POST',
          path: `/services/data/v${credentials.version}${path}`,
          body: form,
        }),
      ),
    text: (path) => past(credentials, fetch, { method: 'GET', path, takes: 'anything' }),
    usage: () => usage,
  }
}

interface Bare extends Pick<OutgoingRequest, 'method' | 'body' | 'takes'> {
  readonly path: string
}

/** jsforce carries JSON only, so files go past it, by the same transport. The body of the answer. */
async function past({ host, token }: Credentials, fetch: Fetch, { path, ...request }: Bare) {
  const headers = { Authorization: `Bearer ${token}` }
  return (await send(host, fetch, { ...request, url: `https://${host}${path}`, headers })).body
}

async function open({ host, token, version }: Credentials, load: LoadJsforce) {
  const Jsforce = await load()
  return new Jsforce({
    instanceUrl: `https://${host}`,
    accessToken: token,
    version,
    callOptions: { client: 'Segue' },
  })
}

function transportTo(host: string, fetch: Fetch): Transport {
  return {
    httpRequest: (request) =>
      Object.assign(send(host, fetch, request), { stream: () => dryStream() }),
  }
}

function requestOf({ method, path, body, headers = {} }: Call) {
  if (!path.startsWith('/')) throw new SalesforceError('not-salesforce', `Refused to call ${path}`)
  if (body === undefined) return { method, url: path, headers: { ...headers } }
  return {
    method,
    url: path,
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }
}
