import { fromDateTime } from '../records/datetime.ts'
import { refuseCall } from '../records/refusal.ts'
import type { Row } from '../soql/source.ts'
import type { Call } from './call.ts'

/** When a record was last changed. */
export function lastModified(row: Row): Date | undefined {
  return fromDateTime(row['LastModifiedDate'])
}

/** Whether the caller has this state already (`If-Modified-Since`). */
export function notModified(call: Call, changedAt: Date | undefined): boolean {
  const since = readDate(call, 'If-Modified-Since')
  return since !== undefined && changedAt !== undefined && seconds(changedAt) <= seconds(since)
}

/** The headers that tell a client which state of the schema it has. */
export function changeHeaders(changedAt: Date): Readonly<Record<string, string>> {
  const tag = (seconds(changedAt) % 0x1_0000_0000).toString(16).padStart(8, '0')
  return { ETag: `"${tag}"`, 'Last-Modified': changedAt.toUTCString() }
}

/** Refuses with 412 what has changed since `If-Unmodified-Since`, at one second's grain. */
export function checkUnmodified(call: Call, changedAt: Date | undefined): void {
  const since = readDate(call, 'If-Unmodified-Since')
  if (!since || !changedAt || seconds(changedAt) <= seconds(since)) return
  throw preconditionFailed('The resource was modified after the date in If-Unmodified-Since')
}

function readDate(call: Call, name: string): Date | undefined {
  const text = call.header(name)
  if (text === undefined) return undefined
  const date = new Date(text)
  if (!Number.isNaN(date.getTime())) return date
  if (call.method === 'GET' || call.method === 'HEAD') return undefined
  throw refuseCall(400, 'INVALID_HEADER', `Invalid date in header ${name}: ${text}`)
}

// The body of a 412 was never recorded; clients are to go by the status.
/** The refusal of a change to a record that is not as the caller thinks. */
export const preconditionFailed = (message: string) =>
  refuseCall(412, 'PRECONDITION_FAILED', message)

const seconds = (date: Date): number => Math.floor(date.getTime() / 1000)
