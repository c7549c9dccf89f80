import { externalIdField } from '../records/external-id.ts'
import { refuse } from '../records/refusal.ts'
import { textOf } from '../records/text.ts'
import { upsertRecord } from '../records/upsert.ts'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import { accessFor, describeFor, type Call, type Reply } from './call.ts'
import { recordsOf, saveAll, typeOf } from './collections.ts'
import { checkNamedOnce, keyIn } from './named-once.ts'

/** `/composite/sobjects/X/<field>`: upserts up to 200 records by an external id. */
export function upsertCollection(call: Call): Reply {
  const { records } = recordsOf(call)
  const describe = describeFor(accessFor(call.caller), call.path[2] ?? '')
  const field = externalIdField(describe, call.path[3] ?? '')
  const ids = records.map((record) => keyIn(record, 'Id'))
  return saveAll(call, (writer, { attributes, ...values }) => {
    checkObject(describe, typeOf(attributes))
    const value = keyIn(values, field.name)
    if (field.type !== 'id') checkKey(field, value, records)
    else if (typeof value === 'string') checkNamedOnce(value, ids)
    const input = Object.entries(values).filter(([name]) => !isNamed(name, field))
    return upsertRecord(writer, describe, { field, value, input: Object.fromEntries(input) })
  })
}

/**
 * All the records are of the object that the address names.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-sobjects-collections-upsert.html
 */
function checkObject({ name }: ObjectDescribe, given: string): void {
  if (given.toLowerCase() === name.toLowerCase()) return
  throw refuse('INVALID_TYPE', `The records are to be of ${name}, and one is of ${given}`)
}

const isNamed = (name: string, field: FieldDescribe): boolean =>
  name.toLowerCase() === field.name.toLowerCase()

/** An upsert by Id makes what has none, as recorded; any other key must be given, and once only. */
function checkKey(field: FieldDescribe, value: unknown, records: readonly Row[]): void {
  const { name } = field
  if (isEmpty(value)) throw refuse('MISSING_ARGUMENT', `${name} not specified`)
  const key = keyOf(field, value)
  if (records.filter((record) => keyOf(field, keyIn(record, name)) === key).length === 1) return
  throw refuse('DUPLICATE_VALUE', `Duplicate external id specified: ${textOf(value)}`)
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

const keyOf = (field: FieldDescribe, value: unknown): string =>
  field['caseSensitive'] === true ? textOf(value) : textOf(value).toLowerCase()
