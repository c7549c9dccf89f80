import { errorOf, refusalsSchema } from './error-codes.ts'
import { answeredByOthers, noAnswer, SalesforceError } from './salesforce-error.ts'

/** How the network is reached: `fetch`, or the demo org in the same process. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** What jsforce hands to its transport, and what it expects back. */
export interface OutgoingRequest {
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | FormData | null
  /** A file's content may be anything; whatever else answers has to be JSON. */
  readonly takes?: 'anything'
}
export interface IncomingResponse {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const SECOND = 1000
const patience = 30 * SECOND

/**
 * Sends one request to `host` and nowhere else: no cookies, no redirects, no other host, no longer than
 * thirty seconds. Anything but an answer of Salesforce's API is a `SalesforceError`.
 */
export async function send(
  host: string,
  fetch: Fetch,
  request: OutgoingRequest,
): Promise<IncomingResponse> {
  const url = new URL(request.url)
  if (url.origin !== `https://${host}`)
    throw new SalesforceError('not-salesforce', `Refused to call ${url.origin}`)
  const response = await reach(fetch, request)
  const body = await readAll(response)
  return checked(response, body, request.takes === 'anything')
}

async function reach(fetch: Fetch, request: OutgoingRequest): Promise<Response> {
  const { method, headers = {}, body } = request
  const init: RequestInit = {
    method,
    headers: { ...headers, Accept: 'application/json' },
    ...(body ? { body } : {}),
    // The bearer token is the only identity: cookies of the same host could belong to another user.
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.timeout(patience),
  }
  return fetch(request.url, init).catch((cause: unknown) => {
    if (cause instanceof SalesforceError) throw cause
    throw new SalesforceError('unreachable', 'Salesforce could not be reached.', {
      code: noAnswer,
      cause,
    })
  })
}

async function readAll(response: Response): Promise<string> {
  return response.text().catch((cause: unknown) => {
    throw new SalesforceError('unreachable', 'The answer broke off.', { code: noAnswer, cause })
  })
}

function checked(response: Response, body: string, isFile: boolean): IncomingResponse {
  const headers = Object.fromEntries(response.headers)
  if (response.status >= 400) throw refusalOf(response, body)
  if (!isFile && isOfOthers(response, body)) throw answeredByOthers()
  return { statusCode: response.status, headers, body }
}

/** A login page or a captive portal answers with HTML and 200, or with nothing; Salesforce has other codes for nothing. */
function isOfOthers(response: Response, body: string): boolean {
  if (body === '') return response.status === 200
  return !isJson(response) || parsed(body) === undefined
}

function refusalOf(response: Response, body: string): SalesforceError {
  const refusals = refusalsSchema.safeParse(isJson(response) ? parsed(body) : spoken(body))
  const error = errorOf(response.status, refusals.success ? refusals.data : [])
  return new SalesforceError(error.kind, error.message, {
    code: error.code,
    fields: error.fields,
    retryAfter: retryAfter(response.headers),
  })
}

/** "Who am I" refuses an ended session with 403 and a word of plain text, where all else says so in JSON. */
function spoken(word: string): unknown {
  return word.trim() === 'Bad_OAuth_Token'
    ? [{ message: word, errorCode: 'INVALID_SESSION_ID' }]
    : undefined
}

function isJson(response: Response): boolean {
  return /^application\/json\b/i.test(response.headers.get('content-type') ?? '')
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined // Cut off or not JSON at all: the caller decides what that means.
  }
}

/** `Retry-After` in seconds, or as a date by the server's own clock (RFC 9110 10.2.3), in milliseconds. */
function retryAfter(headers: Headers): number | null {
  const after = headers.get('retry-after')
  if (after === null) return null
  const seconds = Number(after)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * SECOND)
  const wait = Date.parse(after) - Date.parse(headers.get('date') ?? '')
  return Number.isNaN(wait) ? null : Math.max(0, wait)
}
