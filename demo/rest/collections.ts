import * as z from 'zod'
import { isId, toLongId } from '../org/ids.ts'
import { WITHOUT_ATTRIBUTES } from '../records/input.ts'
import { insertRecord } from '../records/insert.ts'
import { refuse, refuseCall, type ErrorEntry } from '../records/refusal.ts'
import { deleteRecord } from '../records/remove.ts'
import { existingRow, updateRecord } from '../records/update.ts'
import type { Writer } from '../records/writer.ts'
import type { Row } from '../soql/source.ts'
import { describeFor, ok, writerFor, type Call, type Reply } from './call.ts'
import { entriesOf } from './failure.ts'
import { checkNamedOnce, keyIn } from './named-once.ts'
import { byMethod, checkFields, recordBody } from './row-routes.ts'

const MOST_RECORDS = 200
/** https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-sobjects-collections-retrieve.html */
const MOST_READ = 2000

const bodySchema = z.looseObject({
  allOrNone: z.boolean().default(false),
  records: z.array(z.record(z.string(), z.unknown())),
})

type Saved = {
  readonly id: string
  readonly success: true
  readonly created?: boolean
  readonly errors: readonly []
}
type Failed = {
  readonly success: false
  readonly errors: readonly { statusCode: string; message: string; fields: readonly string[] }[]
}
type Result = Saved | Failed

/** `/composite/sobjects`: up to 200 records of any objects. */
export function collections(call: Call): Reply {
  return byMethod(call, {
    POST: () => saveAll(call, (writer, row) => ({ id: create(writer, row) })),
    PATCH: () => updateAll(call),
    DELETE: () => removeAll(call),
  })
}

/** `/composite/sobjects/X`: reads several records by id. */
export function retrieveCollection(call: Call): Reply {
  const describe = describeFor(writerFor(call).access, call.path[2] ?? '')
  const { ids, fields } = askedOf(call)
  checkCount(ids.length, MOST_READ)
  checkFields(describe, fields)
  const one = new URLSearchParams({ fields: fields.join(',') })
  const writer = writerFor(call)
  return ok(
    ids.map((id) => {
      const row = found(writer, describe.name, id)
      return row ? recordBody({ ...call, query: one }, { describe, row }) : null
    }),
  )
}

const askedSchema = z.looseObject({ ids: z.array(z.string()), fields: z.array(z.string()) })

/** The ids and fields asked for: in the body with POST, in the address with GET. */
function askedOf(call: Call): z.infer<typeof askedSchema> {
  if (call.method !== 'POST') return { ids: listOf(call, 'ids'), fields: listOf(call, 'fields') }
  const { success, data } = askedSchema.safeParse(call.body)
  if (success) return data
  const message = 'Unexpected content: expected a JSON object with ids and fields'
  throw refuseCall(400, 'JSON_PARSER_ERROR', message)
}

type Save = (writer: Writer, row: Row) => { readonly id: string; readonly created?: boolean }

/** The records a collection's body holds; refuses a body without. */
export function recordsOf({ body }: Call): z.infer<typeof bodySchema> {
  const { success, data } = bodySchema.safeParse(body)
  if (success) return data
  const message = 'Unexpected content: expected a JSON object with records'
  throw refuseCall(400, 'JSON_PARSER_ERROR', message)
}

/** Saves each record of a collection; tells of each what became of it. */
export function saveAll(call: Call, save: Save): Reply {
  const { allOrNone, records } = recordsOf(call)
  checkCount(records.length)
  for (const record of records) checkType(record)
  checkChunks(records)
  const writer = writerFor(call)
  return ok(
    together(
      writer,
      allOrNone,
      records.map((row) => () => save(writer, row)),
    ),
  )
}

function removeAll(call: Call): Reply {
  const ids = listOf(call, 'ids')
  checkCount(ids.length)
  const writer = writerFor(call)
  const allOrNone = call.query.get('allOrNone') === 'true'
  const steps = ids.map((id) => () => {
    if (!isId(toLongId(id))) throw malformed(id)
    const objectName = writer.state.schema.objectOfPrefix(id.slice(0, 3)) ?? ''
    deleteRecord(writer, describeFor(writer.access, objectName), toLongId(id))
    return { id: toLongId(id) }
  })
  return ok(together(writer, allOrNone, steps))
}

/** Thrown to undo what a collection has done; it carries the results to answer with. */
class RolledBack extends Error {
  readonly results: readonly Result[]
  constructor(results: readonly Result[]) {
    super('rolled back')
    this.results = results
  }
}

type Step = () => { readonly id: string; readonly created?: boolean }

function together(writer: Writer, allOrNone: boolean, steps: readonly Step[]): readonly Result[] {
  const { store } = writer.state
  try {
    return store.transaction(() => {
      const results = steps.map((step) => attempt(() => store.transaction(step)))
      if (allOrNone && results.some(({ success }) => !success)) throw new RolledBack(results)
      return results
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.results.map(undone)
    throw error
  }
}

function attempt(step: Step): Result {
  try {
    return { ...step(), success: true, errors: [] }
  } catch (error) {
    return { success: false, errors: entriesOf(error).map(asCollectionError) }
  }
}

function undone(result: Result): Result {
  if (!result.success) return result
  const message =
    'Record rolled back because not all records were valid and the request was using AllOrNone header'
  return {
    success: false,
    errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message, fields: [] }],
  }
}

function asCollectionError({ errorCode, message, fields }: ErrorEntry) {
  if (errorCode === 'NOT_FOUND') return NO_SUCH_RECORD
  return { statusCode: errorCode, message, fields: fields ?? [] }
}

const malformed = (id: string) => refuse('MALFORMED_ID', `malformed id ${id}`)

// A row's own address answers 404; a collection has no address to be missing.
const NO_SUCH_RECORD = {
  statusCode: 'INVALID_CROSS_REFERENCE_KEY',
  message: 'invalid cross reference id',
  fields: [],
}

function create(writer: Writer, { attributes, ...values }: Row): string {
  return insertRecord(writer, describeFor(writer.access, typeOf(attributes)), values)
}

function updateAll(call: Call): Reply {
  const ids = recordsOf(call).records.map((record) => keyIn(record, 'Id'))
  return saveAll(call, (writer, { attributes, ...values }) => {
    const id = keyIn(values, 'Id')
    if (typeof id !== 'string') {
      throw refuse('MISSING_ARGUMENT', 'Id not specified in an update call')
    }
    checkNamedOnce(id, ids)
    const input = Object.entries(values).filter(([name]) => name.toLowerCase() !== 'id')
    const describe = describeFor(writer.access, typeOf(attributes))
    updateRecord(writer, describe, { id: toLongId(id), input: Object.fromEntries(input) })
    return { id: toLongId(id) }
  })
}

/** The object a record of a collection is of. */
export function typeOf(attributes: unknown): string {
  return z.object({ type: z.string() }).safeParse(attributes).data?.type ?? ''
}

// Salesforce's text says "before any other fields", but real orgs were recorded to take it last.
function checkType(record: Row): void {
  if (typeOf(record['attributes'])) return
  throw refuseCall(400, 'JSON_PARSER_ERROR', WITHOUT_ATTRIBUTES)
}

function checkCount(count: number, most = MOST_RECORDS): void {
  if (count <= most) return
  // As reported in django-salesforce #328.
  const message = `record limit reached. cannot submit more than ${most} records into this call`
  throw refuseCall(400, 'EXCEEDED_ID_LIMIT', message)
}

const MOST_CHUNKS = 10

/**
 * Neighbours of one object are saved together, ten such chunks at most.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-sobjects-collections-update.html
 */
function checkChunks(records: readonly Row[]): void {
  const types = records.map(({ attributes }) => typeOf(attributes).toLowerCase())
  if (types.filter((type, at) => type !== types[at - 1]).length <= MOST_CHUNKS) return
  // The text is that of Apex, as reported in SalesforceFoundation/EDA #447; the code was never recorded.
  const message = `Cannot have more than ${MOST_CHUNKS} chunks in a single operation. Please rearrange the data to reduce chunking.`
  throw refuseCall(400, 'LIMIT_EXCEEDED', message)
}

/** A parameter that must be there; its code and text were never recorded, its status is documented. */
function listOf({ query }: Call, name: string): string[] {
  const list = (query.get(name) ?? '').split(',').filter((text) => text !== '')
  if (list.length > 0) return list
  throw refuseCall(400, 'MISSING_ARGUMENT', `The parameter ${name} is required`)
}

function found(writer: Writer, objectName: string, id: string): Row | undefined {
  if (!isId(id)) return undefined
  try {
    return existingRow(writer, describeFor(writer.access, objectName), toLongId(id))
  } catch {
    return undefined // Records that are not there are answered as null.
  }
}
