import { createHash } from 'node:crypto'
import { fromDateTime } from '../records/datetime.ts'
import { refuseCall } from '../records/refusal.ts'
import type { Row } from '../soql/source.ts'
import type { Call, Reply } from './call.ts'

/** The HTTP date of a record's last change, to the second. */
export function lastModified(row: Row): string | undefined {
  return fromDateTime(row['LastModifiedDate'])?.toUTCString()
}

/** Whether the caller has this state already (`If-Modified-Since`): then 304 without a body. */
export function notModified(call: Call, changedAt: Date | undefined): Reply | undefined {
  const since = readDate(call, 'If-Modified-Since')
  if (!since || !changedAt || seconds(changedAt) > seconds(since)) return undefined
  return { status: 304, headers: changeHeaders(changedAt) }
}

/** The headers that tell a client which state of the schema it has. */
export function changeHeaders(changedAt: Date): Readonly<Record<string, string>> {
  const tag = (seconds(changedAt) % 0x1_0000_0000).toString(16).padStart(8, '0')
  return { ETag: `"${tag}"`, 'Last-Modified': changedAt.toUTCString() }
}

/** Refuses with 412 when the record has changed since `If-Unmodified-Since`, at one second's grain. */
export function checkUnmodified(call: Call, row: Row): void {
  const since = readDate(call, 'If-Unmodified-Since')
  const changedAt = fromDateTime(row['LastModifiedDate'])
  if (!since || !changedAt || seconds(changedAt) <= seconds(since)) return
  throw preconditionFailed('The record was modified after the date in If-Unmodified-Since')
}

function readDate(call: Call, name: string): Date | undefined {
  const text = call.header(name)
  if (text === undefined) return undefined
  const date = new Date(text)
  if (!Number.isNaN(date.getTime())) return date
  if (call.method === 'GET' || call.method === 'HEAD') return undefined
  throw refuseCall(400, 'INVALID_HEADER', `Invalid date in header ${name}: ${text}`)
}

/**
 * The tag of a record's state; only accounts have one, as only for them Salesforce documents it.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/intro_rest_conditional_requests.htm
 */
export function entityTag(objectName: string, row: Row): string | undefined {
  if (objectName !== 'Account') return undefined
  return `"${createHash('sha1').update(JSON.stringify(row)).digest('base64')}--gzip"`
}

/** Refuses with 412 when `If-Match` names another state, or `If-None-Match` this one. */
export function checkTag(call: Call, tag: string | undefined): void {
  if (tag === undefined) return
  const wanted = call.header('If-Match')
  const unwanted = call.header('If-None-Match')
  const isRead = call.method === 'GET' || call.method === 'HEAD'
  const hit = wanted !== undefined && !names(wanted, tag)
  const miss = unwanted !== undefined && !isRead && names(unwanted, tag)
  if (hit || miss) throw preconditionFailed('The record does not match the given entity tags')
}

/** Whether the caller has this state already (`If-None-Match`): then 304 without a body. */
export function sameTag(call: Call, tag: string | undefined): Reply | undefined {
  const known = call.header('If-None-Match')
  if (tag === undefined || known === undefined || !names(known, tag)) return undefined
  return { status: 304, headers: { ETag: tag } }
}

/** Proxies add and take the mark of compression, so it does not count; `*` names every state. */
function names(header: string, tag: string): boolean {
  const plain = (one: string) =>
    one
      .trim()
      .replace(/^W\//, '')
      .replace(/--gzip"$/, '"')
  return header.split(',').some((one) => one.trim() === '*' || plain(one) === plain(tag))
}

// The body of a 412 was never recorded; clients are to go by the status.
const preconditionFailed = (message: string) => refuseCall(412, 'PRECONDITION_FAILED', message)

const seconds = (date: Date): number => Math.floor(date.getTime() / 1000)
