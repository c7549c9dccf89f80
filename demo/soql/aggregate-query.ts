import type { FieldType, OrderByClause, Query } from '@jetstreamapp/soql-parser-js'
import { formattedAggregate, isAggregateName } from './aggregate.ts'
import { testOf } from './comparison.ts'
import { type Comparison, filterOf } from './condition.ts'
import { dateFunction } from './date-function.ts'
import type { Call } from './expression.ts'
import { fieldsOf } from './fields-function.ts'
import { predicateOf } from './filter.ts'
import { type GroupColumn, groupColumnOf } from './group-column.ts'
import { type Group, type Grouping, groupingOf, groupsOf } from './grouping.ts'
import { type Criterion, directionOf, listOf, sorted, sortValue } from './order.ts'
import { errorAt, QueryError } from './query-error.ts'
import { unexpectedToken } from './logic.ts'
import { placeOf } from './tokens.ts'
import type { QueryAnswer } from './query.ts'
import type { Found } from './reading.ts'
import { malformedQuery, refuse, type Scope } from './scope.ts'
import type { ResultRecord } from './shape.ts'

const MOST_GROUPS = 2000

/** Whether a query counts, sums or groups instead of giving rows. */
export function isAggregate(query: Query): boolean {
  return query.groupBy !== undefined || (query.fields ?? []).some(isAggregateField)
}

/** The answer of a grouped or counting query. */
export function aggregateAnswer(scope: Scope, query: Query, rows: () => Found[]): QueryAnswer {
  if (isBareCount(query)) {
    refuseBesideCount(scope, query)
    return { totalSize: limited(rows(), query).length, records: [] }
  }
  const grouping = groupingOf(scope, listOf(query.groupBy))
  const columns = columnsOf(scope, grouping, query.fields ?? [])
  refuseUngroupedPart(query)
  const isWanted = havingOf(scope, grouping, query)
  const criteria = listOf(query.orderBy).map((clause) => criterionOf(scope, grouping, clause))
  const groups = sorted(groupsOf(rows(), grouping).filter(isWanted), criteria)
  const chosen = limited(groups, query)
  if (chosen.length > MOST_GROUPS) throw tooManyGroups()
  return { totalSize: chosen.length, records: chosen.map((group) => recordOf(group, columns)) }
}

function isAggregateField(field: FieldType): boolean {
  if (field.type !== 'FieldFunctionExpression') return false
  const name = field.functionName.toUpperCase()
  const noZone = { timeZone: 'UTC', fiscalYearStart: 1 }
  if (isAggregateName(name) || formattedAggregate(field)) return true
  return dateFunction(name, 'date', noZone) !== undefined
}

function isBareCount({ fields = [] }: Query): boolean {
  const [field, ...others] = fields
  return (
    field?.type === 'FieldFunctionExpression' &&
    field.functionName.toUpperCase() === 'COUNT' &&
    field.parameters.length === 0 &&
    others.length === 0
  )
}

/** https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-select-count.html */
function refuseBesideCount(scope: Scope, { groupBy, orderBy }: Query): void {
  const clause = groupBy ? 'GROUP' : orderBy && 'ORDER'
  if (clause)
    throw errorAt(scope.query, placeOf(scope.query, clause, 'rest'), unexpectedToken(clause))
}

/**
 * All rows make one record: there is nothing to take a part of.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_limit.htm
 */
function refuseUngroupedPart({ groupBy, limit, offset }: Query): void {
  const clause = limit === undefined ? offset !== undefined && 'OFFSET' : 'LIMIT'
  if (groupBy || !clause) return
  const explanation = `Non-grouped query that uses overall aggregate functions cannot also use ${clause}`
  throw malformedQuery(explanation)
}

function limited<Item>(items: Item[], { limit, offset = 0 }: Query): Item[] {
  return items.slice(offset, limit === undefined ? undefined : offset + limit)
}

// As reported in restforce #726.
function tooManyGroups(): QueryError {
  const message =
    'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch'
  return new QueryError('EXCEEDED_ID_LIMIT', message)
}

type Columns = ReadonlyMap<string, GroupColumn>

function columnsOf(scope: Scope, grouping: Grouping, fields: readonly FieldType[]): Columns {
  const columns = new Map<string, GroupColumn>()
  let unnamed = 0
  for (const { written, alias } of fields.flatMap((field) => writtenOf(scope, field))) {
    const column = groupColumnOf(scope, grouping, { written, clause: 'select' })
    const isField = typeof written === 'string'
    const key = alias ?? (isField ? column.expression.path.field.name : `expr${unnamed++}`)
    if (isTaken(columns, key)) throw malformedQuery(`duplicate alias: ${key}`)
    columns.set(key, column)
  }
  return columns
}

/** Aliases are names, and names are the same in any case. */
function isTaken(columns: Columns, key: string): boolean {
  return [...columns.keys()].some((one) => one.toLowerCase() === key.toLowerCase())
}

interface WrittenField {
  readonly written: string | Call
  readonly alias?: string | undefined
}

function writtenOf(scope: Scope, field: FieldType): WrittenField[] {
  const alias = 'alias' in field ? field.alias : undefined
  if (field.type === 'Field') return [{ written: field.field, alias }]
  if (field.type === 'FieldRelationship') {
    return [{ written: [...field.relationships, field.field].join('.'), alias }]
  }
  if (field.type === 'FieldFunctionExpression' && field.functionName.toUpperCase() === 'FIELDS') {
    return fieldsOf(scope, field.parameters, undefined).map(({ name }) => ({ written: name }))
  }
  if (field.type === 'FieldFunctionExpression') return [{ written: field, alias }]
  throw malformedQuery('Grouped queries do not support subqueries or TYPEOF in the SELECT clause')
}

function havingOf(scope: Scope, grouping: Grouping, query: Query): (group: Group) => boolean {
  if (!query.having) return () => true
  return predicateOf(filterOf(query.having), (comparison: Comparison) => {
    const { subject } = comparison
    const column = groupColumnOf(scope, grouping, { written: subject, clause: 'having' })
    refuseCurrency(scope, comparison)
    const test = testOf(scope, comparison, column.expression)
    return (group) => test(column.read(group))
  })
}

/** Aggregates are in the org's currency: https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-querying-currency-fields.html */
function refuseCurrency(scope: Scope, { literals }: Comparison): void {
  const foreign = literals.find(({ type }) => type.endsWith('_CURRENCY_PREFIX'))?.text
  if (foreign) throw refuse(scope, { name: foreign, clause: 'having' }, unexpectedToken(foreign))
}

function criterionOf(scope: Scope, grouping: Grouping, clause: OrderByClause): Criterion<Group> {
  const written = 'fn' in clause ? clause.fn : clause.field
  const { expression, read } = groupColumnOf(scope, grouping, { written, clause: 'order' })
  const key = sortValue(expression.type, expression.path.field)
  return { ...directionOf(clause), value: (group) => key(read(group)) }
}

function recordOf(group: Group, columns: Columns): ResultRecord {
  const values = Array.from(columns, ([key, { read }]) => [key, read(group)] as const)
  return { attributes: { type: 'AggregateResult' }, ...Object.fromEntries(values) }
}
