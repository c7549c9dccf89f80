import type { Subquery } from '@jetstreamapp/soql-parser-js'
import type { ObjectDescribe } from '#demo/schema/describe.ts'
import { unknownChildren } from './field-path.ts'
import { QueryError } from './query-error.ts'
import type { Found } from './reading.ts'
import { refuse, type Scope, scopeOf } from './scope.ts'
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
  const relationship = childRelationship(scope, subquery.relationshipName)
  const { query, source } = scope
  const child = scopeOf(relationship.childSObject, { query, source, alias: subquery.sObjectAlias })
  const object = child.object.name
  const answer = runChildren(child, subquery)
  const read = ({ row }: Found): unknown => {
    const rows = source.rowsWhere(object, relationship.field, String(row['Id']))
    const records = answer(Array.from(rows, (each) => ({ object, row: each })))
    return records.length === 0 ? null : { totalSize: records.length, done: true, records }
  }
  return { key: relationship.relationshipName ?? '', cell: { kind: 'value', read } }
}

type ChildRelationship = ObjectDescribe['childRelationships'][number]

function childRelationship(scope: Scope, name: string): ChildRelationship {
  const wanted = name.toLowerCase()
  const found = scope.object.childRelationships.find(
    (each) => each.relationshipName?.toLowerCase() === wanted,
  )
  if (found && scope.source.describe(found.childSObject)) return found
  const refusal = new QueryError('INVALID_TYPE', unknownChildren(name))
  throw refuse(scope, { name, clause: 'from' }, refusal)
}
