import { isId, toLongId } from '../org/ids.ts'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import { fieldOf } from '../schema/schema.ts'
import { notFound } from './refusal.ts'
import type { Writer } from './writer.ts'

/** The field an upsert or a read names; refuses fields that cannot identify a record. */
export function externalIdField(describe: ObjectDescribe, name: string): FieldDescribe {
  const field = fieldOf(describe, name)
  if (field && identifies(field)) return field
  throw notFound(`Provided external ID field does not exist or is not accessible: ${name}`)
}

/** Whether a field's value may stand for a record. */
export function identifies({ externalId, idLookup, type }: FieldDescribe): boolean {
  return externalId || idLookup || type === 'id'
}

/** The readable records whose identifying field holds the value. */
export function findByExternalId(
  writer: Writer,
  describe: ObjectDescribe,
  { field, value }: { field: FieldDescribe; value: unknown },
): readonly Row[] {
  if (value === null || value === undefined || value === '') return []
  const sought = comparable(field, value)
  const rows = writer.state.store.table(describe.name).where(field.name, sought)
  return [...writer.access.readable(describe.name, rows)]
}

function comparable(field: FieldDescribe, value: unknown): unknown {
  if (field.type === 'id' && isId(value)) return toLongId(value)
  return field['soapType'] === 'xsd:double' ? Number(value) : value
}
