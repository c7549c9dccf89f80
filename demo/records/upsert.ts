import { notFound, refuse, Refusal } from './refusal.ts'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import { findByExternalId } from './external-id.ts'
import type { Input } from './input.ts'
import { insertRecord } from './insert.ts'
import { updateRecord } from './update.ts'
import type { Writer } from './writer.ts'

/** What an upsert did. */
export interface Upserted {
  readonly id: string
  readonly created: boolean
}

/** What an upsert is told besides the values. */
export interface UpsertRequest {
  readonly field: FieldDescribe
  readonly value: unknown
  readonly input: Input
  /** `?updateOnly=true`: never create. */
  readonly updateOnly?: boolean
  /** Addresses in a 300 answer begin with this: `/services/data/v67.0`. */
  readonly address?: string
}

/** Updates the record that the field identifies, or makes it; 300 when several match, 400 when the body has the key. */
export function upsertRecord(
  writer: Writer,
  describe: ObjectDescribe,
  request: UpsertRequest,
): Upserted {
  checkInput(request)
  const found = findByExternalId(writer, describe, request)
  if (found.length > 1) throw severalMatches(describe, request, found)
  const id = found[0]?.['Id']
  if (typeof id === 'string') {
    updateRecord(writer, describe, { id, input: request.input })
    return { id, created: false }
  }
  if (request.updateOnly === true || isUnknownId(request)) throw notFound()
  return { id: insertRecord(writer, describe, withKey(request)), created: true }
}

/**
 * The key stands in the address alone.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_upsert.htm
 */
function checkInput({ field: { name }, input }: UpsertRequest): void {
  if (!Object.keys(input).some((one) => one.toLowerCase() === name.toLowerCase())) return
  const message = `The ${name} field should not be specified in the sobject data.`
  throw refuse('INVALID_FIELD', message, [name])
}

/** An upsert by `Id` with a value that is not there cannot create a record of that id. */
function isUnknownId({ field, value }: UpsertRequest): boolean {
  return field.type === 'id' && value !== null && value !== undefined && value !== ''
}

function withKey({ field, value, input }: UpsertRequest): Input {
  return field.type === 'id' ? input : { ...input, [field.name]: value }
}

/** The 300 answer that lists the addresses of the records an external id matches. */
export function severalMatches(
  describe: ObjectDescribe,
  { address = '' }: Pick<UpsertRequest, 'address'>,
  found: readonly Readonly<Record<string, unknown>>[],
): Refusal {
  const body = found.map((row) => `${address}/sobjects/${describe.name}/${String(row['Id'])}`)
  const message = 'The external ID matches more than one record'
  return new Refusal(300, [{ errorCode: 'DUPLICATE_EXTERNAL_ID', message }], { body })
}
