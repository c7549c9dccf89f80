import { createHash } from 'node:crypto'
import type { ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import type { Call } from './call.ts'
import { preconditionFailed } from './conditional.ts'

/**
 * The entity tag of a record, new with each save; only accounts have one.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/intro_rest_conditional_requests.htm
 */
export function entityTag({ name }: ObjectDescribe, row: Row): string | undefined {
  if (name !== 'Account') return undefined
  return `"${createHash('sha256').update(JSON.stringify(row)).digest('base64')}--gzip"`
}

/** Refuses with 412 when the record is not the one `If-Match` names. */
export function checkMatch({ header }: Call, tag: string | undefined): void {
  const wanted = header('If-Match')
  if (wanted === undefined || tag === undefined || names(wanted, tag)) return
  throw preconditionFailed('The record was modified after the entity tag in If-Match')
}

/** Refuses with 412 a change to the record that `If-None-Match` names. */
export function checkNoneMatch(call: Call, tag: string | undefined): void {
  if (!isKnown(call, tag)) return
  throw preconditionFailed('The record is still the one that the entity tag in If-None-Match names')
}

/** Whether `If-None-Match` names the record as it is. */
export function isKnown({ header }: Call, tag: string | undefined): boolean {
  const known = header('If-None-Match')
  return known !== undefined && tag !== undefined && names(known, tag)
}

/** Salesforce ends a tag with "--gzip" when it compresses the answer, and takes it either way. */
function names(list: string, tag: string): boolean {
  const tags = new Set(list.split(',').map((one) => plain(one.trim())))
  return tags.has('*') || tags.has(plain(tag))
}

const plain = (tag: string): string => tag.replace(/^W\//, '').replace(/--gzip"$/, '"')
