import * as z from 'zod'
import { insertRecord } from '../records/insert.ts'
import { refuseCall } from '../records/refusal.ts'
import type { Writer } from '../records/writer.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import { describeFor, writerFor, type Call, type Reply } from './call.ts'
import { entriesOf } from './failure.ts'

const MOST_RECORDS = 200
const DEEPEST = 5
const MOST_TYPES = 5

const attributesSchema = z.looseObject({ type: z.string(), referenceId: z.string() })
const recordSchema = z.looseObject({ attributes: attributesSchema })
const listSchema = z.looseObject({ records: z.array(recordSchema) })
type TreeRecord = z.infer<typeof recordSchema>

/** `/composite/tree/X`: parents with their children in one body, all or nothing. */
export function tree(call: Call): Reply {
  const parsed = listSchema.safeParse(call.body)
  if (!parsed.success) throw refuseCall(400, 'JSON_PARSER_ERROR', 'Unable to read the records')
  const { records } = parsed.data
  checkSize(records)
  const writer = writerFor(call)
  const describe = describeFor(writer.access, call.path[2] ?? '')
  try {
    const results = writer.state.store.transaction(() =>
      records.flatMap((record) => insertTree(writer, describe, { record, parent: {} })),
    )
    return { status: 201, body: { hasErrors: false, results } }
  } catch (error) {
    if (error instanceof Refused) return refused(error)
    throw error
  }
}

/** Thrown to undo the whole tree; it names the record at fault. */
class Refused extends Error {
  readonly referenceId: string
  constructor(referenceId: string, cause: unknown) {
    super('refused', { cause })
    this.referenceId = referenceId
  }
}

function refused({ referenceId, cause }: Refused): Reply {
  const errors = entriesOf(cause).map(({ errorCode, message, fields = [] }) => ({
    statusCode: errorCode,
    message,
    fields,
  }))
  return { status: 400, body: { hasErrors: true, results: [{ referenceId, errors }] } }
}

interface Branch {
  readonly record: TreeRecord
  /** The lookup that points to the parent. */
  readonly parent: Row
}

interface TreeResult {
  readonly referenceId: string
  readonly id: string
}

function insertTree(
  writer: Writer,
  describe: ObjectDescribe,
  { record, parent }: Branch,
): TreeResult[] {
  const { attributes, ...rest } = record
  const { referenceId } = attributes
  const children = Object.entries(rest).flatMap(([name, value]) => {
    const list = listSchema.safeParse(value)
    return list.success ? [{ name, records: list.data.records }] : []
  })
  const names = new Set(children.map(({ name }) => name))
  const values = Object.entries(rest).filter(([name]) => !names.has(name))
  const id = inserted(referenceId, () =>
    insertRecord(writer, describe, { ...Object.fromEntries(values), ...parent }),
  )
  const below = children.flatMap(({ name, records }) => {
    const link = inserted(referenceId, () => childLink(describe, name))
    const child = inserted(referenceId, () => describeFor(writer.access, link.childSObject))
    const branch = { [link.field]: id }
    return records.flatMap((each) => insertTree(writer, child, { record: each, parent: branch }))
  })
  return [{ referenceId, id }, ...below]
}

function inserted<Result>(referenceId: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused(referenceId, error)
  }
}

function childLink(describe: ObjectDescribe, relationship: string) {
  const link = describe.childRelationships.find((one) => one.relationshipName === relationship)
  if (link) return link
  const message = `No such column '${relationship}' on sobject of type ${describe.name}`
  throw refuseCall(400, 'INVALID_FIELD', message)
}

function checkSize(records: readonly TreeRecord[]): void {
  const all = records.flatMap((record) => levelsOf(record, 1))
  const references = new Set(all.map(({ record }) => record.attributes.referenceId))
  if (all.length > MOST_RECORDS) throw tooLarge('records', MOST_RECORDS)
  if (all.some(({ level }) => level > DEEPEST)) throw tooLarge('levels', DEEPEST)
  if (new Set(all.map(({ record }) => record.attributes.type)).size > MOST_TYPES) {
    throw tooLarge('types', MOST_TYPES)
  }
  if (references.size < all.length) {
    throw refuseCall(400, 'INVALID_INPUT', 'Duplicate ReferenceId provided in the request')
  }
}

function tooLarge(what: string, most: number) {
  return refuseCall(400, 'LIMIT_EXCEEDED', `sObject tree limit exceeded: ${what}, ${most} at most`)
}

interface Placed {
  readonly record: TreeRecord
  readonly level: number
}

function levelsOf(record: TreeRecord, level: number): Placed[] {
  const below = Object.values(record).flatMap((value) => {
    const list = listSchema.safeParse(value)
    return list.success ? list.data.records.flatMap((each) => levelsOf(each, level + 1)) : []
  })
  return [{ record, level }, ...below]
}
