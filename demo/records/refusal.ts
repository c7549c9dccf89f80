/** One member of the array that every refused REST call answers with. */
export interface ErrorEntry {
  readonly errorCode: string
  readonly message: string
  /** Left out for session, limit and not-found errors, as Salesforce does. */
  readonly fields?: readonly string[]
  /** Which records a duplicate rule found. */
  readonly duplicateResult?: unknown
}

/** What few refusals have besides. */
interface Further {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A refusal by the org, with Salesforce's own code, text and HTTP status. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly entries: readonly ErrorEntry[]
  /** A body that replaces the usual array, such as the addresses of a 300 answer. */
  readonly body: unknown
  /** Headers of the answer beyond those of every one. */
  readonly headers: Readonly<Record<string, string>> | undefined

  constructor(status: number, entries: readonly ErrorEntry[], { body, headers }: Further = {}) {
    super(entries.map(({ errorCode, message }) => `${errorCode}: ${message}`).join('; '))
    this.status = status
    this.entries = entries
    this.body = body
    this.headers = headers
  }
}

/** A 400 that names the fields at fault (an empty list is written as `[]`). */
export function refuse(
  errorCode: string,
  message: string,
  fields: readonly string[] = [],
): Refusal {
  return new Refusal(400, [{ errorCode, message, fields }])
}

/** A refusal without the `fields` key, with its HTTP status. */
export function refuseCall(status: number, errorCode: string, message: string): Refusal {
  return new Refusal(status, [{ errorCode, message }])
}

/** 405, which says what there is: in its text as reported, and in `Allow` as HTTP has it (RFC 9110, 15.5.6). */
export function methodNotAllowed(method: string, methods: readonly string[]): Refusal {
  const allowed = methods.flatMap((one) => (one === 'GET' ? ['HEAD', one] : [one]))
  const message = `HTTP Method '${method}' not allowed. Allowed are ${allowed.join()}`
  const headers = { Allow: allowed.join(', ') }
  return new Refusal(405, [{ errorCode: 'METHOD_NOT_ALLOWED', message }], { headers })
}

/** 404, as for an unknown object, record or path. */
export function notFound(message = 'The requested resource does not exist'): Refusal {
  return refuseCall(404, 'NOT_FOUND', message)
}
