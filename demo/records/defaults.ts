import { currencyOfUser, isRecordCurrency } from '../org/currencies.ts'
import { defaultRecordType } from '../org/record-types.ts'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import { toDateTime } from './datetime.ts'
import type { Writer } from './writer.ts'

/** What a new record holds before the client's values are put on it. */
export function defaultValues(writer: Writer, describe: ObjectDescribe): Row {
  const entries = describe.fields.map((field) => [field.name, defaultValue(writer, field)] as const)
  const values = Object.fromEntries(entries)
  return 'RecordTypeId' in values
    ? { ...values, RecordTypeId: defaultRecordType(writer.state, describe, writer.access.rights) }
    : values
}

/** Who made the record and when; a new record was also last changed by then. */
export function createdBy(writer: Writer, describe: ObjectDescribe): Row {
  const now = toDateTime(writer.state.now())
  return only(describe, {
    CreatedById: writer.userId,
    CreatedDate: now,
    ...changedBy(writer, describe),
  })
}

/** Who changed the record and when. */
export function changedBy(writer: Writer, describe: ObjectDescribe): Row {
  const now = toDateTime(writer.state.now())
  return only(describe, {
    LastModifiedById: writer.userId,
    LastModifiedDate: now,
    SystemModstamp: now,
  })
}

/** Leaves out what the object has no field for. */
function only(describe: ObjectDescribe, values: Row): Row {
  const names = new Set(describe.fields.map(({ name }) => name))
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)))
}

function defaultValue({ userId, state }: Writer, field: FieldDescribe): unknown {
  if (field.name === 'OwnerId') return userId
  if (isRecordCurrency(field)) return currencyOfUser(state, userId)
  if (field.type === 'boolean') return field['defaultValue'] === true
  if (field['defaultValue'] !== null && field['defaultValue'] !== undefined) {
    return field['defaultValue']
  }
  return field.picklistValues.find((entry) => entry.defaultValue && entry.active)?.value ?? null
}
