import { fieldOf } from '../schema/schema.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import { isId, toLongId } from '../org/ids.ts'
import { notFound } from '../records/refusal.ts'
import { existingRow } from '../records/update.ts'
import type { Writer } from '../records/writer.ts'
import { batchSizeOf } from '../soql/paging.ts'
import { runQuery } from '../soql/query.ts'
import type { Row } from '../soql/source.ts'
import { describeFor, ok, sourceFor, writerFor, type Call, type Reply } from './call.ts'
import { byMethod, externalRow, recordRow } from './row-routes.ts'
import { refuseUnserved } from './unserved.ts'

/** What stands behind `/sobjects/X/`: a field and its value, or a record's id and a relationship. */
export function belowObject(call: Call): Reply {
  const writer = writerFor(call)
  const describe = describeFor(writer.access, call.path[1] ?? '')
  const [, , id = '', name = '', ...rest] = call.path
  refuseUnserved(id)
  const isField = fieldOf(describe, id) ?? fieldOf(describe, name)
  if (isField || !isId(id)) return externalRow(call)
  if (rest.length >= MOST_STEPS) throw notFound()
  const row = existingRow(writer, describe, toLongId(id))
  return relatedRows(call, { writer, describe, row }, [name, ...rest])
}

/** As in a query: five parents, and children only of what stands last. */
const MOST_STEPS = 5

interface From {
  readonly writer: Writer
  readonly describe: ObjectDescribe
  readonly row: Row
}

/**
 * The parent as its own row, the children as a query answers them.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/dome-relationship-traversal.html
 */
function relatedRows(call: Call, from: From, [name = '', ...further]: readonly string[]): Reply {
  const { writer, describe, row } = from
  const lookup = describe.fields.find((field) => isNamed(field.relationshipName, name))
  if (lookup) {
    const path = parentPath(writer, row[lookup.name])
    return further.length > 0
      ? belowObject({ ...call, path: [...path, ...further] })
      : recordRow({ ...call, path })
  }
  if (further.length > 0) throw notFound()
  const list = describe.childRelationships.find((one) => isNamed(one.relationshipName, name))
  if (!list) throw notFound()
  const child = describeFor(writer.access, list.childSObject)
  const filter = `${list.field} = '${String(row['Id'])}'`
  return byMethod(call, { GET: () => children(call, child, filter) })
}

const isNamed = (given: string | null, wanted: string) =>
  given !== null && given.toLowerCase() === wanted.toLowerCase()

/** An empty lookup and a parent that the caller may not see are both not there. */
function parentPath({ state }: Writer, parentId: unknown): readonly string[] {
  if (typeof parentId !== 'string') throw notFound()
  return ['sobjects', state.schema.objectOfPrefix(parentId.slice(0, 3)) ?? '', parentId]
}

function children(call: Call, child: ObjectDescribe, filter: string): Reply {
  const names = call.query.get('fields') ?? child.fields.map(({ name }) => name).join()
  const { userId, version, org } = call.caller
  const answer = runQuery(
    `SELECT ${names} FROM ${child.name} WHERE ${filter}`,
    sourceFor(call.caller),
  )
  const batchSize = batchSizeOf(call.header('Sforce-Query-Options'))
  return ok(org.cursors.open(answer, { userId, apiVersion: version, batchSize }))
}
