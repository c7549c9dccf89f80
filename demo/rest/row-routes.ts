import { Buffer } from 'node:buffer'
import { toLongId } from '../org/ids.ts'
import { externalIdField, findByExternalId } from '../records/external-id.ts'
import { noSuchColumn } from '../records/input.ts'
import { insertRecord } from '../records/insert.ts'
import { methodNotAllowed, notFound, refuseCall } from '../records/refusal.ts'
import { deleteRecord } from '../records/remove.ts'
import { existingRow, updateRecord } from '../records/update.ts'
import { severalMatches, upsertRecord } from '../records/upsert.ts'
import type { Writer } from '../records/writer.ts'
import { fieldOf } from '../schema/schema.ts'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import { withCalculated } from '../formula/calculated.ts'
import { fieldReader } from '../soql/reading.ts'
import type { Row } from '../soql/source.ts'
import { describeFor, sourceFor, writerFor, type Call, type Reply } from './call.ts'
import { checkUnmodified, lastModified, notModified } from './conditional.ts'
import { refuseUnserved } from './unserved.ts'
import { checkMatch, checkNoneMatch, entityTag, isKnown } from './entity-tag.ts'

/** `/sobjects/X`: creates with POST. */
export function objectRow(call: Call): Reply {
  const writer = writerFor(call)
  const describe = describeFor(writer.access, call.path[1] ?? '')
  const id = insertRecord(writer, describe, readBody(call))
  return created(call, describe, id)
}

/** `/sobjects/X/<id>`: reads, changes or deletes one record; `/sobjects/X/Id` creates one. */
export function recordRow(call: Call): Reply {
  const writer = writerFor(call)
  const describe = describeFor(writer.access, call.path[1] ?? '')
  const id = toLongId(call.path[2] ?? '')
  refuseUnserved(call.path[2] ?? '')
  if (id.toLowerCase() === 'id') return byMethod(call, { POST: () => objectRow(call) })
  // What is no id at all is taken for the name of an external id field, as recorded.
  if (!/^[0-9A-Za-z]{18}$/.test(id)) externalIdField(describe, id)
  const target = { writer, describe, row: rowOf(call, writer, { describe, id }) }
  return byMethod(call, {
    GET: () => read(call, target),
    PATCH: () => change(call, target),
    DELETE: () => remove(call, target),
  })
}

/** Lists are worked out when they are asked for, and have ids all the same. */
function rowOf(call: Call, writer: Writer, { describe, id }: Named): Row {
  const isList = describe.name === 'ListView'
  const lists = isList ? sourceFor(call.caller).derived?.(describe.name, new Map()) : undefined
  return [...(lists ?? [])].find((row) => row['Id'] === id) ?? existingRow(writer, describe, id)
}

interface Named {
  readonly describe: ObjectDescribe
  readonly id: string
}

/** Since this version an upsert that changed a record says so in a body. */
const ANSWERING = 46

/** `/sobjects/X/<field>/<value>`: reads, upserts or deletes by an identifying field. */
export function externalRow(call: Call): Reply {
  const writer = writerFor(call)
  const describe = describeFor(writer.access, call.path[1] ?? '')
  const content = fileField(describe, call.path)
  if (content)
    return byMethod(call, { GET: () => fileContent(call, { writer, describe }, content) })
  const field = externalIdField(describe, call.path[2] ?? '')
  const value = call.path.slice(3).join('/')
  const address = `/services/data/v${call.caller.version}`
  const found = () => {
    const rows = findByExternalId(writer, describe, { field, value })
    const [row] = rows
    if (!row) throw notFound()
    if (rows.length > 1) throw severalMatches(describe, { address }, rows)
    return { writer, describe, row }
  }
  return byMethod(call, {
    GET: () => read(call, found()),
    DELETE: () => remove(call, found()),
    POST: () => created(call, describe, insertRecord(writer, describe, readBody(call))),
    PATCH: () => {
      const before = findByExternalId(writer, describe, { field, value })[0]
      if (before) checkUnchanged(call, { describe, row: before })
      const done = upsertRecord(writer, describe, {
        field,
        value,
        input: readBody(call),
        updateOnly: call.query.get('updateOnly') === 'true',
        address,
      })
      const body = { id: done.id, success: true, errors: [], created: done.created }
      if (done.created) return { ...created(call, describe, done.id), body }
      return Number(call.caller.version) < ANSWERING ? { status: 204 } : { status: 200, body }
    },
  })
}

/** The field of a file's content, when a path such as `/sobjects/X/<id>/Body` names one. */
function fileField({ fields }: ObjectDescribe, path: Call['path']): FieldDescribe | undefined {
  const name = path.length === 4 ? path[3]?.toLowerCase() : undefined
  return fields.find((field) => field.type === 'base64' && field.name.toLowerCase() === name)
}

/** A file as its bytes; that it is JSON or text is not said. */
function fileContent(
  { path }: Call,
  { writer, describe }: Pick<Target, 'writer' | 'describe'>,
  { name }: FieldDescribe,
): Reply {
  const content = existingRow(writer, describe, path[2] ?? '')[name]
  if (typeof content !== 'string') throw notFound()
  const headers = { 'Content-Type': 'application/octet-stream' }
  return { status: 200, body: new Uint8Array(Buffer.from(content, 'base64')), headers }
}

interface Target {
  readonly writer: Writer
  readonly describe: ObjectDescribe
  readonly row: Row
}

/** Picks what to do by the method; 405 lists what there is. */
export function byMethod(call: Call, ways: Readonly<Record<string, () => Reply>>): Reply {
  const way = ways[call.method === 'HEAD' ? 'GET' : call.method]
  if (way) return way()
  throw methodNotAllowed(call.method, Object.keys(ways))
}

/**
 * The body of a write, which must be a JSON object; the record is named by the address alone.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_sobject_create.htm
 */
function readBody({ body }: Call): Row {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    if (!Object.keys(body).some((name) => name.toLowerCase() === 'id')) return { ...body }
    const message = 'The Id field should not be specified in the sobject data.'
    throw refuseCall(400, 'INVALID_FIELD', message)
  }
  throw refuseCall(
    400,
    'JSON_PARSER_ERROR',
    'The HTTP entity body is required, but this request has no entity body.',
  )
}

/** A record as REST answers it: `attributes`, then the chosen fields or all the caller may see. */
export function recordBody(call: Call, { describe, row }: Pick<Target, 'describe' | 'row'>): Row {
  const names = call.query
    .get('fields')
    ?.split(',')
    .map((name) => name.trim())
  const chosen = names ? namedFields(describe, [...names, 'Id']) : describe.fields
  const source = { apiVersion: call.caller.version }
  const { org, userId } = call.caller
  const whole = withCalculated({ state: org.state, userId }, describe, row)
  const found = { object: describe.name, row: whole }
  return {
    attributes: {
      type: describe.name,
      url: `/services/data/v${call.caller.version}/sobjects/${describe.name}/${String(row['Id'])}`,
    },
    ...Object.fromEntries(
      chosen.map((field) => [field.name, fieldReader(field, source)(found)] as const),
    ),
  }
}

/** Refuses names that are no fields of an object. */
export function checkFields(describe: ObjectDescribe, names: readonly string[]): void {
  namedFields(describe, names)
}

function namedFields(describe: ObjectDescribe, names: readonly string[]): FieldDescribe[] {
  return [...new Set(names.map((name) => namedField(describe, name)))]
}

function namedField(describe: ObjectDescribe, name: string): FieldDescribe {
  const field = fieldOf(describe, name)
  if (field) return field
  throw noSuchColumn(describe, name)
}

function read(call: Call, target: Target): Reply {
  const date = lastModified(target.row)
  const tag = entityTag(target.describe, target.row)
  const headers = {
    ...(date === undefined ? {} : { 'Last-Modified': date.toUTCString() }),
    ...(tag === undefined ? {} : { ETag: tag }),
  }
  checkUnmodified(call, date)
  checkMatch(call, tag)
  if (isKnown(call, tag) || notModified(call, date)) return { status: 304, headers }
  return { status: 200, headers, body: recordBody(call, target) }
}

/** Refuses a change to a record that is not as the caller thinks. */
function checkUnchanged(call: Call, { describe, row }: Pick<Target, 'describe' | 'row'>): void {
  const tag = entityTag(describe, row)
  checkUnmodified(call, lastModified(row))
  checkMatch(call, tag)
  checkNoneMatch(call, tag)
}

function change(call: Call, { writer, describe, row }: Target): Reply {
  checkUnchanged(call, { describe, row })
  updateRecord(writer, describe, { id: String(row['Id']), input: readBody(call) })
  return { status: 204 }
}

function remove(call: Call, { writer, describe, row }: Target): Reply {
  checkUnchanged(call, { describe, row })
  deleteRecord(writer, describe, String(row['Id']))
  return { status: 204 }
}

function created({ caller }: Call, describe: ObjectDescribe, id: string): Reply {
  return {
    status: 201,
    headers: { Location: `/services/data/v${caller.version}/sobjects/${describe.name}/${id}` },
    body: { id, success: true, errors: [] },
  }
}
