import { createHash } from 'node:crypto'
import { withCalculated } from '../formula/calculated.ts'
import { toLongId } from '../org/ids.ts'
import { fromDateTime } from '../records/datetime.ts'
import { noSuchColumn } from '../records/input.ts'
import { insertRecord } from '../records/insert.ts'
import { notFound, refuseCall } from '../records/refusal.ts'
import { deleteRecord } from '../records/remove.ts'
import { textOf } from '../records/text.ts'
import { existingRow, updateRecord } from '../records/update.ts'
import type { Writer } from '../records/writer.ts'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import { fieldOf, nameFieldOf } from '../schema/schema.ts'
import { formatted, inCurrency, labelled } from '../soql/label.ts'
import { fieldReader, type Found } from '../soql/reading.ts'
import type { Row, Source } from '../soql/source.ts'
import { layoutOf } from '../standard/layouts.ts'
import { recordTypesOf } from '../standard/object-info.ts'
import { describeFor, ok, sourceFor, writerFor, type Call, type Reply } from './call.ts'
import { checkUnmodified, lastModified } from './conditional.ts'
import { byMethod } from './row-routes.ts'
import { savingRecord } from './ui-api-errors.ts'

/**
 * `/ui-api/records/<id>`: a record as pages need it, each value beside its text in the user's manner.
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_record_get.htm
 */
export function uiRecord(call: Call): Reply {
  const writer = writerFor(call)
  const id = toLongId(call.path[2] ?? '')
  const objectName = writer.state.schema.objectOfPrefix(id.slice(0, 3)) ?? ''
  const describe = describeFor(writer.access, objectName)
  const found = () => ({ object: describe.name, row: existingRow(writer, describe, id) })
  return byMethod(call, {
    GET: () => ok(recordOf(call, found(), askedPaths(call, describe))),
    PATCH: () => {
      checkUnmodified(call, lastModified(found().row))
      const { fields: input, by } = bodyOf(call)
      savingRecord(describe, 'update', () => updateRecord(by, describe, { id, input }))
      return ok(recordOf(call, found(), layoutPaths(describe, 'Full')))
    },
    DELETE: () => {
      deleteRecord(writer, describe, id)
      return { status: 204 }
    },
  })
}

/** `/ui-api/records`: makes a record and gives it back. */
export function uiRecords(call: Call): Reply {
  return byMethod(call, {
    POST: () => {
      const { apiName, fields, by } = bodyOf(call)
      const describe = describeFor(by.access, textOf(apiName))
      const id = savingRecord(describe, 'create', () => insertRecord(by, describe, fields))
      const row = existingRow(writerFor(call), describe, id)
      const body = recordOf(call, { object: describe.name, row }, layoutPaths(describe, 'Full'))
      return { status: 201, body }
    },
  })
}

/** Relationships and fields, from the record on. */
type Path = readonly string[]

/** A record as it is to be saved, and whoever saves it. */
interface RecordInput {
  readonly apiName: unknown
  readonly fields: Row
  readonly by: Writer
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_requests_record_input.htm */
function bodyOf(call: Call): RecordInput {
  const { body } = call
  const given: Row = typeof body === 'object' && body !== null ? { ...body } : {}
  const { apiName, fields, allowSaveOnDuplicate } = given
  if (typeof fields === 'object' && fields !== null) {
    const writer = writerFor(call)
    const allowDuplicates = writer.allowDuplicates || allowSaveOnDuplicate === true
    return { apiName, fields: { ...fields }, by: { ...writer, allowDuplicates } }
  }
  throw refuseCall(400, 'JSON_PARSER_ERROR', 'Unable to read the record: fields')
}

/** What the caller wants to see: some fields, those of a layout, and others if they are there. */
function askedPaths(call: Call, describe: ObjectDescribe): readonly Path[] {
  const named = listOf(call, 'fields').map((text) => pathOf(describe, text))
  const optional = listOf(call, 'optionalFields').map((text) => pathOf(describe, text))
  const laidOut = listOf(call, 'layoutTypes').flatMap((type) => layoutPaths(describe, type))
  if (named.length + optional.length + laidOut.length === 0) {
    throw refuseCall(400, 'MISSING_ARGUMENT', 'Either fields or layoutTypes is required')
  }
  const source = sourceFor(call.caller)
  return [...named, ...laidOut, ...optional.filter((path) => isThere(source, describe, path))]
}

const listOf = ({ query }: Call, name: string): readonly string[] =>
  (query.get(name) ?? '').split(',').filter((text) => text !== '')

/** Fields are named with their object, such as `Account.Owner.Name`. */
function pathOf({ name }: ObjectDescribe, text: string): Path {
  const [object = '', ...path] = text.trim().split('.')
  if (object.toLowerCase() === name.toLowerCase() && path.length > 0) return path
  throw refuseCall(400, 'INVALID_FIELD', `Invalid field: ${text}`)
}

/** The fields of a layout, each lookup with the name of its record. */
function layoutPaths(describe: ObjectDescribe, type: string): readonly Path[] {
  const { highlights, sections } = layoutOf(describe)
  const names = type === 'Compact' ? highlights : sections.flatMap(({ fields }) => fields)
  const shown = [nameFieldOf(describe), ...names].flatMap((name) => fieldOf(describe, name) ?? [])
  return shown.flatMap(({ name, relationshipName }) =>
    relationshipName === null ? [[name]] : [[name], [relationshipName, 'Name']],
  )
}

function isThere(source: Source, describe: ObjectDescribe, [name = '', ...rest]: Path): boolean {
  if (rest.length === 0) return fieldOf(describe, name) !== undefined
  const target = source.describe(lookupOf(describe, name)?.referenceTo[0] ?? '')
  return target !== undefined && isThere(source, target, rest)
}

const lookupOf = ({ fields }: ObjectDescribe, relationship: string): FieldDescribe | undefined =>
  fields.find((one) => one.relationshipName?.toLowerCase() === relationship.toLowerCase())

/** In the shape and order of the recorded answers. */
function recordOf(call: Call, found: Found, paths: readonly Path[]): Row {
  const describe = sourceFor(call.caller).describe(found.object)
  if (!describe) throw notFound()
  const { org, userId } = call.caller
  const row = withCalculated({ state: org.state, userId }, describe, found.row)
  const values = [
    ...ownValues(call, { describe, row }, paths),
    ...parents(call, { describe, row }, paths),
  ]
  const fields = Object.fromEntries(values.toSorted(([a], [b]) => a.localeCompare(b)))
  const said = { apiName: describe.name, childRelationships: {}, fields }
  return {
    ...said,
    eTag: createHash('md5').update(JSON.stringify(said)).digest('hex'),
    id: row['Id'],
    lastModifiedById: row['LastModifiedById'] ?? null,
    lastModifiedDate: moment(row['LastModifiedDate']),
    recordTypeId: row['RecordTypeId'] ?? null,
    recordTypeInfo: recordTypeInfo(describe, row['RecordTypeId']),
    systemModstamp: moment(row['SystemModstamp']),
    weakEtag: fromDateTime(row['SystemModstamp'])?.getTime() ?? 0,
  }
}

interface Whole {
  readonly describe: ObjectDescribe
  readonly row: Row
}

function ownValues(call: Call, { describe, row }: Whole, paths: readonly Path[]): [string, Row][] {
  const source = sourceFor(call.caller)
  const own = paths.filter(({ length }) => length === 1)
  return own.map(([name = '']) => {
    const field = fieldOf(describe, name)
    if (!field) throw noSuchColumn(describe, name)
    return [field.name, valueOf(field, { object: describe.name, row }, source)]
  })
}

function parents(call: Call, { describe, row }: Whole, paths: readonly Path[]): [string, Row][] {
  const above = paths.filter(({ length }) => length > 1)
  return above.map(([name = '']) => {
    const lookup = lookupOf(describe, name)
    if (!lookup) throw noSuchColumn(describe, name)
    const shared = above.filter(([one = '']) => lookupOf(describe, one) === lookup)
    const below = shared.map(([, ...rest]) => rest)
    return [lookup.relationshipName ?? name, parentOf(call, row[lookup.name], below)]
  })
}

/** Nothing of a parent that is not there or that the caller may not see. */
function parentOf(call: Call, id: unknown, paths: readonly Path[]): Row {
  const source = sourceFor(call.caller)
  const object = typeof id === 'string' ? source.objectOfId(id) : undefined
  const row = object === undefined ? undefined : source.row(object, textOf(id))
  const describe = source.describe(object ?? '')
  if (!describe || !row) return { displayValue: null, value: null }
  const displayValue = row[nameFieldOf(describe)] ?? null
  return { displayValue, value: recordOf(call, { object: describe.name, row }, [['Id'], ...paths]) }
}

const SHOWN: ReadonlySet<string> = new Set([
  'currency',
  'date',
  'datetime',
  'double',
  'int',
  'multipicklist',
  'percent',
  'picklist',
])

function valueOf(field: FieldDescribe, found: Found, source: Source): Row {
  const value = fieldReader(field, source)(found)
  if (value === null || !SHOWN.has(field.type)) return { displayValue: null, value }
  const isPicklist = field.type.endsWith('picklist')
  const customs = inCurrency(source, found.row['CurrencyIsoCode'])
  const displayValue = isPicklist ? labelled(field, value) : formatted(field, value, customs)
  return { displayValue, value: field.type === 'datetime' ? moment(value) : value }
}

/** The UI API writes moments with a Z. */
const moment = (value: unknown): string | null => fromDateTime(value)?.toISOString() ?? null

function recordTypeInfo(describe: ObjectDescribe, id: unknown): Row | null {
  const info = recordTypesOf(describe).find(({ recordTypeId }) => recordTypeId === id)
  if (!info) return null
  const { available, defaultRecordTypeMapping, master, name, recordTypeId } = info
  return { available, defaultRecordTypeMapping, master, name, recordTypeId }
}
