import type { Query, Subquery } from '@jetstreamapp/soql-parser-js'
import { aggregateAnswer, isAggregate } from './aggregate-query.ts'
import { candidates } from './candidates.ts'
import { type Filter, filterOf } from './condition.ts'
import { criteriaOf, listOf, sorted } from './order.ts'
import { parse } from './parse.ts'
import { QueryError } from './query-error.ts'
import { refuseBeyondLimits } from './query-limits.ts'
import type { Found } from './reading.ts'
import { inScope } from './query-scope.ts'
import { type Scope, scopeOf } from './scope.ts'
import { selectionOf } from './selection.ts'
import { recordOf, type ResultRecord } from './shape.ts'
import type { Row, Source } from './source.ts'
import { whereOf } from './where.ts'

/** Every record a query gives, in order; paging cuts it into answers. */
export interface QueryAnswer {
  readonly totalSize: number
  readonly records: readonly ResultRecord[]
}

const DEEPEST_OFFSET = 2000

/** Whether a row may take part in a query at all. */
export type Keep = (row: Row) => boolean

/** Runs SOQL over what one user may see; throws QueryError with Salesforce's code and text. */
export function runQuery(text: string, source: Source, keep: Keep = () => true): QueryAnswer {
  const query = parse(text)
  refuseBeyondLimits(text, query, source)
  const scope = scopeOf(query.sObject ?? '', { query: text, source, alias: query.sObjectAlias })
  if (isAggregate(query)) return aggregateAnswer(scope, query, () => matching(scope, query))
  const shape = selectionOf(scope, query, runChildren)
  const rows = ordered(scope, query).filter(({ row }) => keep(row))
  const records = slice(rows, query).map((found) => recordOf(found, shape, source))
  return { totalSize: records.length, records }
}

/** The rows that pass the WHERE clause and the scope, in no particular order. */
function matching(scope: Scope, query: Query): Found[] {
  const filter = query.where && filterOf(query.where)
  const isWanted = wanted(scope, query, filter)
  return candidates(scope, filter).filter(isWanted)
}

function ordered(scope: Scope, query: Query): Found[] {
  const criteria = criteriaOf(scope, listOf(query.orderBy))
  const rows = matching(scope, query)
  return criteria.length > 0 ? sorted(rows, criteria) : rows
}

function wanted(
  scope: Scope,
  query: Query | Subquery,
  filter: Filter | undefined,
): (found: Found) => boolean {
  const passes = filter ? whereOf(scope, filter, matching) : () => true
  const isInScope = inScope(scope, query.usingScope)
  return (found) => isInScope(found) && passes(found)
}

function runChildren(scope: Scope, query: Subquery) {
  const filter = query.where && filterOf(query.where)
  const isWanted = wanted(scope, query, filter)
  const criteria = criteriaOf(scope, listOf(query.orderBy))
  const shape = selectionOf(scope, query, runChildren)
  return (children: readonly Found[]): readonly ResultRecord[] =>
    slice(sorted(children.filter(isWanted), criteria), query).map((found) =>
      recordOf(found, shape, scope.source),
    )
}

/** The rows after OFFSET, up to LIMIT. */
function slice(rows: Found[], { limit, offset = 0 }: Query | Subquery): Found[] {
  if (offset > DEEPEST_OFFSET) {
    const message = `Maximum SOQL offset allowed is ${DEEPEST_OFFSET}`
    throw new QueryError('NUMBER_OUTSIDE_VALID_RANGE', message)
  }
  return rows.slice(offset, limit === undefined ? undefined : offset + limit)
}
