import { grantOf } from '../org/record-types.ts'
import { isId } from '../org/ids.ts'
import type { FieldDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import { reaches } from '../access/levels.ts'
import { mayNotBeEmpty } from '../schema/field.ts'
import { checkHierarchy } from './hierarchy.ts'
import { refuse } from './refusal.ts'
import type { Change } from './writer.ts'

/** Refuses a save that lacks what the object requires. */
export function checkRequired({ describe, after, before, given }: Change): void {
  const missing = describe.fields
    .filter((field) => (after[field.name] ?? null) === null)
    .filter((field) => (before ? isMissed(field, given) : isRequired(field)))
    .map(({ name }) => name)
  if (missing.length === 0) return
  if (missing.includes('OwnerId')) {
    const message = 'Owner ID: owner cannot be blank'
    throw refuse('INVALID_CROSS_REFERENCE_KEY', message, ['OwnerId'])
  }
  const message = `Required fields are missing: [${missing.join(', ')}]`
  throw refuse('REQUIRED_FIELD_MISSING', message, missing)
}

/** Refuses lookups to records that are of another object, gone or out of the writer's sight. */
export function checkReferences(change: Change): void {
  for (const field of change.describe.fields) {
    const value = change.after[field.name]
    if (field.type === 'reference' && typeof value === 'string' && change.given.has(field.name)) {
      checkReference(change, field, value)
      checkHierarchy(change, field)
    }
  }
}

/** Refuses a value that another record already holds in a unique field. */
export function checkUnique({ writer, describe, after, before }: Change): void {
  for (const field of describe.fields) {
    const value = after[field.name]
    if (!field.unique || value === null || value === undefined || value === '') continue
    if (before?.[field.name] === value) continue
    const other = writer.state.store
      .table(describe.name)
      .where(field.name, value)
      .find((row) => isOther(row, after) && holdsSame(field, row, value))
    if (other) throw duplicateValue(field, other['Id'])
  }
}

const isOther = (row: Row, after: Row): boolean =>
  row['Id'] !== after['Id'] && row['IsDeleted'] !== true

/** Text is compared without case unless the field says otherwise. */
const holdsSame = (field: FieldDescribe, row: Row, value: unknown): boolean =>
  field['caseSensitive'] !== true || row[field.name] === value

/** A required field has no default and may not be empty. */
function isRequired(field: FieldDescribe): boolean {
  return mayNotBeEmpty(field) && !field.defaultedOnCreate
}

/**
 * A custom field that is required needs a value whenever its record is saved, by whatever means and for whatever else.
 * https://help.salesforce.com/s/articleView?id=platform.fields_universally_required_field_considerations.htm
 */
function isMissed(field: FieldDescribe, given: Change['given']): boolean {
  return mayNotBeEmpty(field) && (field.custom || given.has(field.name))
}

const isOfWrongObject = ({ referenceTo }: FieldDescribe, objectName: string | undefined) =>
  objectName !== undefined && referenceTo.length > 0 && !referenceTo.includes(objectName)

/**
 * A record type belongs to one object, is active, and is the user's.
 * https://github.com/mbotos/SmartFactory-for-Force.com/issues/25
 */
function checkRecordType(change: Change, id: string): void {
  const type = change.writer.state.store.table('RecordType').get(id)
  const known = change.writer.state.recordTypes.find((one) => one.id === id)
  const isHidden = known && !grantOf(change.writer.access.rights, known).visible
  const isOwn = type?.['SobjectType'] === change.describe.name && type['IsActive'] !== false
  if (isOwn && !isHidden) return
  if (change.before?.['RecordTypeId'] === id) return
  const message = `Record Type ID: this ID value isn't valid for the user: ${id}`
  throw refuse('INVALID_CROSS_REFERENCE_KEY', message, ['RecordTypeId'])
}

function checkReference(change: Change, field: FieldDescribe, id: string): void {
  const { state, access } = change.writer
  const objectName = state.schema.objectOfPrefix(id.slice(0, 3))
  // Code and text as reported in mshanemc/roundRobinProcessBuilder #2; what is no id at all is malformed.
  if (isOfWrongObject(field, objectName)) {
    const message = `${field.label}: id value of incorrect type: ${id}`
    throw refuse('FIELD_INTEGRITY_EXCEPTION', message, [field.name])
  }
  if (field.name === 'RecordTypeId') return checkRecordType(change, id)
  const row = objectName && isId(id) ? state.store.table(objectName).get(id) : undefined
  if (!objectName || !row) {
    throw refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id')
  }
  if (row['IsDeleted'] === true) {
    throw refuse('ENTITY_IS_DELETED', 'entity is deleted')
  }
  if (reaches(access.level(objectName, row), 'Read')) return
  const message = `insufficient access rights on cross-reference id: ${id.slice(0, 15)}`
  throw refuse('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', message)
}

function duplicateValue(field: FieldDescribe, otherId: unknown) {
  const id = String(otherId).slice(0, 15)
  const message = `duplicate value found: ${field.name} duplicates value on record with id: ${id}`
  return refuse('DUPLICATE_VALUE', message)
}
