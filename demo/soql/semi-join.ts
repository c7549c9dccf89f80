import type { FieldType, Query } from '@jetstreamapp/soql-parser-js'
import { membership, type Test } from './comparison.ts'
import type { Comparison } from './condition.ts'
import { type Expression, expressionOf } from './expression.ts'
import type { Found } from './reading.ts'
import { malformedQuery, refuse, type Scope, scopeOf } from './scope.ts'
import { subqueryAt } from './tokens.ts'
import { type Comparable, comparableOf, kindOf } from './value-kind.ts'

/** Finds the rows of a subquery in its own scope. */
export type RunSubquery = (scope: Scope, query: Query) => Iterable<Found>

interface Join {
  readonly comparison: Comparison
  readonly expression: Expression
  readonly subquery: Query
}

/** The test of IN or NOT IN with a subquery; throws for fields that do not point to one object. */
export function semiJoin(scope: Scope, join: Join, runSubquery: RunSubquery): Test {
  const { comparison, expression, subquery } = join
  refuseUnlessId(scope, expression)
  const { query, source } = scope
  const objectName = subquery.sObject ?? ''
  const inner: Scope = {
    ...scopeOf(objectName, { query, source, alias: subquery.sObjectAlias }),
    from: subqueryAt(query, objectName),
  }
  const selected = selectedField(inner, subquery)
  refuseSameObject(scope, inner, { expression, selected })
  const convert = comparableOf(kindOf(selected.type))
  const values = new Set<Comparable>()
  for (const found of runSubquery(inner, subquery)) {
    const value = convert(selected.read(found))
    if (value !== null) values.add(value)
  }
  return membership(values, comparison.operator, kindOf(expression.type))
}

function refuseUnlessId(scope: Scope, expression: Expression): void {
  if (kindOf(expression.type) === 'id') return
  const explanation = `The left operand field in the where expression for outer query should be an id field, cannot use: '${expression.path.field.name}'`
  const place = { name: expression.written, clause: 'where' } as const
  throw refuse(scope, place, malformedQuery(explanation))
}

function selectedField(inner: Scope, subquery: Query): Expression {
  const [written, ...others] = (subquery.fields ?? []).map(writtenName)
  if (written === undefined || others.length > 0) {
    const place = { name: subquery.sObject ?? '', clause: 'from' } as const
    throw refuse(inner, place, malformedQuery('Only one field can be selected in a subquery'))
  }
  const selected = expressionOf(inner, written, 'select')
  if (selected.path.steps.length > 0) {
    const explanation = `The selected field '${written}' in the subquery should not go through a relationship`
    throw refuse(inner, { name: written, clause: 'select' }, malformedQuery(explanation))
  }
  if (kindOf(selected.type) === 'id') return selected
  const explanation = `The selected field '${selected.path.field.name}' in the subquery should be an id field`
  throw refuse(inner, { name: written, clause: 'select' }, malformedQuery(explanation))
}

function writtenName(field: FieldType): string | undefined {
  if (field.type === 'Field') return field.field
  if (field.type !== 'FieldRelationship') return undefined
  return [...field.relationships, field.field].join('.')
}

interface Sides {
  readonly expression: Expression
  readonly selected: Expression
}

function refuseSameObject(scope: Scope, inner: Scope, { expression, selected }: Sides): void {
  const [outerTargets, innerTargets] = [targets(expression), targets(selected)]
  const place = { name: expression.written, clause: 'where' } as const
  if (inner.object.name === scope.object.name && selected.type === 'id') {
    const explanation = 'The inner and outer selects should not be on the same object type'
    throw refuse(scope, place, malformedQuery(explanation))
  }
  if (outerTargets.some((target) => innerTargets.includes(target))) return
  const explanation = `The selected field '${selected.path.name}' in the subquery and the left operand field in the where expression in the outer query '${expression.path.name}' should point to the same object type`
  throw refuse(scope, place, malformedQuery(explanation))
}

function targets({ path, type }: Expression): readonly string[] {
  return type === 'id' ? [path.object.name] : path.field.referenceTo
}
