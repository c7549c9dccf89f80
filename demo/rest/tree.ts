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
  const all = records.flatMap((record) => levelsOf(record, 1))
  checkSize(all)
  const named = namedTwice(all)
  if (named.length > 0) return { status: 400, body: { hasErrors: true, results: named } }
  const writer = writerFor(call)
  const describe = describeFor(writer.access, call.path[2] ?? '')
  try {
    const results = writer.state.store.transaction(() =>
      insertLevels(
        writer,
        records.map((record) => ({ describe, record, parent: {} })),
      ),
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
  readonly describe: ObjectDescribe
  readonly record: TreeRecord
  /** The lookup that points to the parent. */
  readonly parent: Row
}

interface TreeResult {
  readonly referenceId: string
  readonly id: string
}

/** All records of one level, then those below them. */
function insertLevels(writer: Writer, branches: readonly Branch[]): TreeResult[] {
  const made = branches.map((branch) => insertOne(writer, branch))
  const below = made.flatMap(({ children }) => children)
  const results = made.map(({ result }) => result)
  return below.length === 0 ? results : [...results, ...insertLevels(writer, below)]
}

function insertOne(writer: Writer, { describe, record, parent }: Branch) {
  const { attributes, ...rest } = record
  const { referenceId } = attributes
  const lists = Object.entries(rest).flatMap(([name, value]) => {
    const list = listSchema.safeParse(value)
    return list.success ? [{ name, records: list.data.records }] : []
  })
  const names = new Set(lists.map(({ name }) => name))
  const values = Object.entries(rest).filter(([name]) => !names.has(name))
  const id = inserted(referenceId, () =>
    insertRecord(writer, describe, { ...Object.fromEntries(values), ...parent }),
  )
  const children = lists.flatMap(({ name, records }): Branch[] => {
    const link = inserted(referenceId, () => childLink(describe, name))
    const child = inserted(referenceId, () => describeFor(writer.access, link.childSObject))
    return records.map((each) => ({ describe: child, record: each, parent: { [link.field]: id } }))
  })
  return { result: { referenceId, id }, children }
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

function checkSize(all: readonly Placed[]): void {
  if (all.length > MOST_RECORDS) throw tooLarge('records', MOST_RECORDS)
  if (all.some(({ level }) => level > DEEPEST)) throw tooLarge('levels', DEEPEST)
  if (new Set(all.map(({ record }) => record.attributes.type)).size > MOST_TYPES) {
    throw tooLarge('types', MOST_TYPES)
  }
}

/**
 * Each record whose name another has.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/responses-composite-sobject-tree.html
 */
function namedTwice(all: readonly Placed[]) {
  const references = all.map(({ record }) => record.attributes.referenceId)
  const message = 'Duplicate ReferenceId provided in the request'
  const errors = [{ statusCode: 'INVALID_INPUT', message, fields: [] }]
  const isTwice = (one: string) => references.indexOf(one) !== references.lastIndexOf(one)
  return references.filter(isTwice).map((referenceId) => ({ referenceId, errors }))
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
