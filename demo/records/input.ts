import * as z from 'zod'
import { textOf } from './text.ts'
import type { Row } from '../soql/source.ts'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import { fieldOf } from '../schema/schema.ts'
import { findByExternalId, identifies } from './external-id.ts'
import { Refusal, refuse, refuseCall } from './refusal.ts'
import { Unreadable } from './unreadable.ts'
import { readValue } from './values.ts'
import type { Writer } from './writer.ts'

/** A client's body as it arrived: field names in any case, perhaps with `attributes`. */
export type Input = Readonly<Record<string, unknown>>

/** A body read: field names as the org spells them, values as it keeps them. */
export interface ReadInput {
  readonly values: Row
  readonly given: ReadonlySet<string>
}

/** Reads a body for an insert or update; refuses unknown, read-only and ill-formed fields. */
export function readInput(
  writer: Writer,
  describe: ObjectDescribe,
  { input, action }: { input: Input; action: 'create' | 'update' },
): ReadInput {
  const entries = Object.entries(input).filter(([name]) => name !== 'attributes')
  const forbidden: FieldDescribe[] = []
  const values = readEach(entries, ([name, value]) => {
    const field = fieldOf(describe, name)
    if (!field) return readRelationship(writer, describe, { name, value })
    if (isWritable(field, action)) return { [field.name]: readValue(field, value) }
    forbidden.push(field)
    return {}
  })
  if (action === 'create' && forbidden.some(({ type }) => type === 'id')) throw newWithId()
  if (forbidden.length > 0) throw notWritable(forbidden)
  return { values, given: new Set(Object.keys(values)) }
}

type Entry = readonly [name: string, value: unknown]

/** Reads each; of what is refused, that is told first which whoever reads the JSON cannot make sense of. */
function readEach(entries: readonly Entry[], read: (entry: Entry) => Row): Row {
  const refusals: Refusal[] = []
  const values: Record<string, unknown> = {}
  for (const entry of entries) {
    try {
      Object.assign(values, read(entry))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refusals.push(error)
    }
  }
  const first = refusals.find(isOfReading) ?? refusals[0]
  if (first) throw first
  return values
}

const isOfReading = (refusal: Refusal): boolean =>
  refusal instanceof Unreadable || refusal.entries[0]?.errorCode === 'INVALID_FIELD'

function isWritable(field: FieldDescribe, action: 'create' | 'update'): boolean {
  return action === 'create' ? field.createable : field.updateable
}

/** `"Account": {"Key__c": "A-1"}` names a parent by its external id. */
function readRelationship(
  writer: Writer,
  describe: ObjectDescribe,
  { name, value }: { name: string; value: unknown },
): Row {
  const field = describe.fields.find(
    ({ relationshipName }) => relationshipName?.toLowerCase() === name.toLowerCase(),
  )
  if (!field || typeof value !== 'object' || value === null) throw noSuchColumn(describe, name)
  const [key = '', text] = Object.entries(value).find(([one]) => one !== 'attributes') ?? []
  const parent = writer.access.describe(parentType(field, value))
  if (!parent) throw noSuchColumn(describe, name)
  return { [field.name]: parentId(writer, parent, { key, text }) }
}

/** The object a nested parent is of; where it may be of several, its attributes say which. */
function parentType({ referenceTo }: FieldDescribe, value: object): string {
  const [only = '', ...others] = referenceTo
  if (others.length === 0) return only
  const named = z.object({ attributes: z.object({ type: z.string() }) }).safeParse(value).data
  if (!named) throw refuseCall(400, 'JSON_PARSER_ERROR', WITHOUT_ATTRIBUTES)
  const wanted = named.attributes.type.toLowerCase()
  return referenceTo.find((name) => name.toLowerCase() === wanted) ?? ''
}

/** What Salesforce says of a record whose object it cannot know. */
export const WITHOUT_ATTRIBUTES =
  'Nested object for polymorphic foreign key must have an attributes field before any other fields.'

function parentId(
  writer: Writer,
  parent: ObjectDescribe,
  { key, text }: { key: string; text: unknown },
): unknown {
  const field = fieldOf(parent, key)
  if (!field) throw noSuchColumn(parent, key)
  if (!identifies(field)) throw noKey(parent, field)
  const [found, ...others] = findByExternalId(writer, parent, { field, value: text })
  if (others.length > 0) throw severalParents([found, ...others])
  if (found) return found['Id']
  const message = `Foreign key external ID: ${textOf(text)} not found for field ${field.name} in entity ${parent.name}`
  throw refuse('INVALID_FIELD', message)
}

function noKey({ name }: ObjectDescribe, field: FieldDescribe) {
  const message = `Field name provided, ${field.name} does not match an External ID, Salesforce Id, or indexed field for ${name}`
  return refuse('INVALID_FIELD', message)
}

function severalParents(rows: readonly (Row | undefined)[]) {
  const ids = rows.map((row) => textOf(row?.['Id']))
  const message = `More than one record found for external id field: [${ids.join(', ')}]`
  return refuse('DUPLICATE_EXTERNAL_ID', message)
}

/** The refusal of a field that an object does not have. */
export function noSuchColumn({ name: object }: ObjectDescribe, name: string): Refusal {
  const message = `No such column '${name}' on sobject of type ${object}`
  return refuseCall(400, 'INVALID_FIELD', message)
}

function newWithId() {
  const message = 'cannot specify Id in an insert call'
  return refuse('INVALID_FIELD_FOR_INSERT_UPDATE', message, ['Id'])
}

function notWritable(fields: readonly FieldDescribe[]) {
  const names = fields.map(({ name }) => name)
  const message = `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`
  return refuse('INVALID_FIELD_FOR_INSERT_UPDATE', message, names)
}
