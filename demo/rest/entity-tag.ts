import { createHash } from 'node:crypto'
import { refuseCall } from '../records/refusal.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import type { Call } from './call.ts'

/**
 * The entity tag of a record, new with each save; only accounts have one.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/intro_rest_conditional_requests.htm
 */
export function entityTag({ name }: ObjectDescribe, row: Row): string | undefined {
  if (name !== 'Account') return undefined
  return `"${createHash('sha256').update(JSON.stringify(row)).digest('base64')}"`
}

/** Refuses with 412 when the record is not the one `If-Match` names. */
export function checkMatch({ header }: Call, tag: string | undefined): void {
  const wanted = header('If-Match')
  if (wanted === undefined || tag === undefined || names(wanted, tag)) return
  const message = 'The record has been modified since the entity tag in If-Match was given'
  throw refuseCall(412, 'PRECONDITION_FAILED', message)
}

/** Whether `If-None-Match` names the record as it is. */
export function isKnown({ header }: Call, tag: string | undefined): boolean {
  const known = header('If-None-Match')
  return known !== undefined && tag !== undefined && names(known, tag)
}

// Salesforce ends a tag with "--gzip" when it compresses the answer, and takes it either way.
function names(list: string, tag: string): boolean {
  const tags = list.split(',').map((one) => one.trim().replace('--gzip"', '"'))
  return tags.includes('*') || tags.includes(tag)
}
