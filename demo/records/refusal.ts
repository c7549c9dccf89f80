/** One member of the array that every refused REST call answers with. */
export interface ErrorEntry {
  readonly errorCode: string
  readonly message: string
  /** Left out for session, limit and not-found errors, as Salesforce does. */
  readonly fields?: readonly string[]
  /** Which records a duplicate rule found. */
  readonly duplicateResult?: unknown
}

/** A refusal by the org, with Salesforce's own code, text and HTTP status. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly entries: readonly ErrorEntry[]
  /** A body that replaces the usual array, such as the addresses of a 300 answer. */
  readonly body: unknown

  constructor(status: number, entries: readonly ErrorEntry[], body?: unknown) {
    super(entries.map(({ errorCode, message }) => `${errorCode}: ${message}`).join('; '))
    this.status = status
    this.entries = entries
    this.body = body
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

/** 404, as for an unknown object, record or path. */
export function notFound(message = 'The requested resource does not exist'): Refusal {
  return refuseCall(404, 'NOT_FOUND', message)
}
