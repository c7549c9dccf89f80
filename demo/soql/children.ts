import type { Subquery } from '@jetstreamapp/soql-parser-js'
import type { ObjectDescribe } from '#demo/schema/describe.ts'
import { unknownChildren } from './field-path.ts'
import { unexpectedToken } from './logic.ts'
import { QueryError } from './query-error.ts'
import type { Found } from './reading.ts'
import { refuse, type Scope } from './scope.ts'
import type { Cell, ResultRecord } from './shape.ts'

/** Compiles a subquery into what answers the records of given child rows. */
export type RunChildren = (
  scope: Scope,
  subquery: Subquery,
) => (children: readonly Found[]) => readonly ResultRecord[]

/** The cell of a subquery in SELECT: null for a parent without matching children. */
export function childrenCell(
  scope: Scope,
  subquery: Subquery,
  runChildren: RunChildren,
): { readonly key: string; readonly cell: Cell } {
  const { relationship, key, child } = childScope(scope, subquery)
  const { source } = scope
  const object = child.object.name
  refuseGrouping(scope, subquery)
  const answer = runChildren(child, subquery)
  const read = ({ row }: Found): unknown => {
    // What describes the org has no ids, only durable ones.
    const id = String(row['DurableId'] ?? row['Id'])
    const asked = new Map([[relationship.field, [id]]])
    const derived = source.derived?.(object, asked)
    const rows = derived ?? source.rowsWhere(object, relationship.field, id)
    const records = answer(Array.from(rows, (each) => ({ object, row: each })))
    return records.length === 0 ? null : { totalSize: records.length, done: true, records }
  }
  return { key, cell: { kind: 'value', read } }
}

/** What a subquery reads, and under which key its records stand. */
export function childScope(scope: Scope, { relationshipName, sObjectAlias: alias }: Subquery) {
  const { relationship, described } = childRelationship(scope, relationshipName)
  const { query, source } = scope
  const child: Scope = { query, source, object: described, alias }
  return { relationship, key: relationship.relationshipName ?? '', child }
}

/** Children come as rows: they are neither grouped nor counted. */
function refuseGrouping(scope: Scope, { groupBy, having }: Subquery): void {
  if (groupBy) throw refuse(scope, { name: 'GROUP', clause: 'group' }, unexpectedToken('GROUP'))
  if (having) throw refuse(scope, { name: 'HAVING', clause: 'having' }, unexpectedToken('HAVING'))
}

interface Children {
  readonly relationship: ObjectDescribe['childRelationships'][number]
  readonly described: ObjectDescribe
}

function childRelationship(scope: Scope, name: string): Children {
  const wanted = name.toLowerCase()
  const found = scope.object.childRelationships.find(
    (each) => each.relationshipName?.toLowerCase() === wanted,
  )
  const described = found && scope.source.describe(found.childSObject)
  if (found && described) return { relationship: found, described }
  const refusal = new QueryError('INVALID_TYPE', unknownChildren(name))
  throw refuse(scope, { name, clause: 'from' }, refusal)
}
