import type { FieldType, Query, Subquery } from '@jetstreamapp/soql-parser-js'
import { childrenCell, type RunChildren } from './children.ts'
import { type Call, type Expression, expressionOf } from './expression.ts'
import { stepNamed } from './field-path.ts'
import { fieldsOf } from './fields-function.ts'
import { unexpectedToken } from './logic.ts'
import { nameObject } from './name-object.ts'
import { readerOf } from './reading.ts'
import { invalidField, malformedQuery, refuse, type Scope, scopeOf } from './scope.ts'
import type { Cell, Shape } from './shape.ts'

/** The shape of a plain (not aggregate) SELECT; throws for names the user cannot see. */
export function selectionOf(
  scope: Scope,
  query: Query | Subquery,
  runChildren: RunChildren,
): Shape {
  const shape: Shape = new Map()
  for (const field of query.fields ?? []) addField(scope, shape, { field, query, runChildren })
  return shape
}

interface Selected {
  readonly field: FieldType
  readonly query: Query | Subquery
  readonly runChildren: RunChildren
}

function addField(scope: Scope, shape: Shape, { field, query, runChildren }: Selected): void {
  switch (field.type) {
    case 'Field':
      refuseAlias(field.alias)
      return addExpression(scope, shape, expressionOf(scope, field.field, 'select'))
    case 'FieldRelationship': {
      refuseAlias('alias' in field ? field.alias : undefined)
      const written = [...field.relationships, field.field].join('.')
      return addExpression(scope, shape, expressionOf(scope, written, 'select'))
    }
    case 'FieldFunctionExpression':
      return addCall(scope, shape, { call: field, query })
    case 'FieldSubquery': {
      refuseOffset(scope, field.subquery, query)
      const { key, cell } = childrenCell(scope, field.subquery, runChildren)
      return addCell(shape, { key, cell })
    }
    case 'FieldTypeof':
      return addTypeof(scope, shape, field)
  }
}

/** https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_offset.htm */
function refuseOffset(scope: Scope, { offset }: Subquery, { limit }: Query | Subquery): void {
  if (offset === undefined || limit === 1) return
  throw refuse(scope, { name: 'OFFSET', clause: 'rest' }, unexpectedToken('OFFSET'))
}

function refuseAlias(alias: string | undefined): void {
  if (alias !== undefined) throw malformedQuery('only aggregate expressions use field aliasing')
}

function addExpression(scope: Scope, shape: Shape, { path, read, isFunction }: Expression): void {
  const last = isFunction ? undefined : readerOf({ ...path, steps: [] }, scope.source)
  if (!last && path.steps.length > 0) {
    return addCell(shape, { key: path.field.name, cell: { kind: 'value', read } })
  }
  let inner = shape
  for (const step of path.steps) inner = parentShape(inner, step)
  const cell: Cell = { kind: 'value', read: last ?? read }
  addCell(inner, { key: path.field.name, name: path.name, cell })
}

function parentShape(shape: Shape, step: Extract<Cell, { kind: 'parent' }>['step']): Shape {
  const known = shape.get(step.relationship)
  if (known?.kind === 'parent') return known.shape
  const inner: Shape = new Map()
  shape.set(step.relationship, { kind: 'parent', step, shape: inner })
  return inner
}

interface NewCell {
  readonly key: string
  readonly name?: string
  readonly cell: Cell
}

function addCell(shape: Shape, { key, name = key, cell }: NewCell): void {
  if (shape.has(key)) throw invalidField(`duplicate field selected: ${name}`)
  shape.set(key, cell)
}

interface SelectedCall {
  readonly call: Call & { readonly alias?: string }
  readonly query: Query | Subquery
}

function addCall(scope: Scope, shape: Shape, { call, query }: SelectedCall): void {
  if (call.functionName?.toUpperCase() === 'FIELDS') {
    for (const { name } of fieldsOf(scope, call.parameters, query.limit)) {
      addExpression(scope, shape, expressionOf(scope, name, 'select'))
    }
    return
  }
  const expression = expressionOf(scope, call, 'select')
  if (call.alias === undefined) return addExpression(scope, shape, expression)
  addCell(shape, { key: call.alias, cell: { kind: 'value', read: expression.read } })
}

type TypeofField = Extract<FieldType, { type: 'FieldTypeof' }>

/** TYPEOF What WHEN Account THEN Phone ELSE Name END. */
function addTypeof(scope: Scope, shape: Shape, field: TypeofField): void {
  const step = stepNamed(scope.object, field.field)
  if (!step || step.targets.length < 2) {
    const explanation = `Relationship '${field.field}' is not polymorphic on entity '${scope.object.name}'`
    throw refuse(scope, { name: field.field, clause: 'select' }, invalidField(explanation))
  }
  const when = new Map<string, Shape>()
  let otherwise: Shape | undefined
  for (const { type, objectType = 'Name', fieldList } of field.conditions) {
    const inner = typeScope(scope, objectType)
    const branch: Shape = new Map()
    for (const name of fieldList) addExpression(inner, branch, expressionOf(inner, name, 'select'))
    if (type === 'WHEN') when.set(inner.object.name, branch)
    else otherwise = branch
  }
  addCell(shape, {
    key: step.relationship,
    cell: { kind: 'typeof', step, shapes: { when, otherwise } },
  })
}

function typeScope(scope: Scope, objectType: string): Scope {
  if (objectType === 'Name') return { ...scope, object: nameObject, alias: undefined }
  return scopeOf(objectType, { query: scope.query, source: scope.source, alias: undefined })
}
