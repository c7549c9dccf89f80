import type { FieldType, Query, Subquery } from '@jetstreamapp/soql-parser-js'
import { aggregateOf, formattedAggregate, isAggregateName } from './aggregate.ts'
import { isAggregate } from './aggregate-query.ts'
import { childScope } from './children.ts'
import { type Call, type Expression, expressionOf } from './expression.ts'
import { type FieldPath, pathOf, stepNamed } from './field-path.ts'
import { fieldsOf } from './fields-function.ts'
import { parse } from './parse.ts'
import { runQuery } from './query.ts'
import { type Scope, scopeOf } from './scope.ts'
import type { Source } from './source.ts'

/** A column of an answer; what lies behind a relationship is in its `joinColumns`. */
interface QueryColumn {
  readonly aggregate: boolean
  readonly apexType: string | null
  readonly booleanType: boolean
  readonly columnName: string
  readonly custom: boolean
  readonly displayName: string
  readonly foreignKeyName: string | null
  readonly insertable: boolean
  readonly joinColumns: QueryColumn[]
  readonly numberType: boolean
  readonly textType: boolean
  readonly updatable: boolean
}

/**
 * What the answer to a query is made of, as `sf data query` asks for it (`&columns=true`); refused as the query is.
 * https://github.com/salesforcecli/plugin-data/blob/main/test/test-files/queryFields.exemplars.ts
 */
export function queryColumns(text: string, source: Source) {
  runQuery(text, source)
  const query = parse(text)
  const scope = scopeOf(query.sObject ?? '', { query: text, source, alias: query.sObjectAlias })
  const columnMetadata = columnsOf(scope, query)
  return {
    columnMetadata,
    entityName: scope.object.name,
    groupBy: query.groupBy !== undefined,
    idSelected: columnMetadata.some(({ columnName }) => columnName === 'Id'),
    keyPrefix: scope.object.keyPrefix,
  }
}

interface Selecting {
  readonly scope: Scope
  readonly query: Query | Subquery
  /** A grouped or counting query answers without parents: its values stand side by side. */
  readonly isFlat: boolean
  readonly columns: QueryColumn[]
}

function columnsOf(scope: Scope, query: Query | Subquery): QueryColumn[] {
  const isFlat = 'sObject' in query && isAggregate(query)
  const columns: QueryColumn[] = []
  for (const field of query.fields ?? []) addColumn({ scope, query, isFlat, columns }, field)
  return columns
}

function addColumn(selecting: Selecting, field: FieldType): void {
  const { scope, columns } = selecting
  switch (field.type) {
    case 'Field':
      return addPath(selecting, field.field, field.alias)
    case 'FieldRelationship': {
      const written = [...field.relationships, field.field].join('.')
      return addPath(selecting, written, 'alias' in field ? field.alias : undefined)
    }
    case 'FieldFunctionExpression':
      return addCall(selecting, field)
    case 'FieldSubquery': {
      const { key, child } = childScope(scope, field.subquery)
      const joinColumns = columnsOf(child, field.subquery)
      columns.push({ ...columnOf(key), aggregate: true, joinColumns })
      return
    }
    case 'FieldTypeof': {
      const { relationship, idField } = stepNamed(scope.object, field.field) ?? {}
      columns.push({ ...columnOf(relationship ?? field.field), foreignKeyName: idField ?? null })
    }
  }
}

/** A field, within the columns of the parents that lead to it. */
function addPath(selecting: Selecting, written: string, alias?: string): void {
  const { scope, columns, isFlat } = selecting
  const path = pathOf(scope, written, 'select')
  if (isFlat) {
    columns.push({ ...fieldColumn(path), columnName: alias ?? path.field.name })
    return
  }
  let inner = columns
  for (const { relationship, idField } of path.steps) {
    const known = inner.find(({ columnName }) => columnName === relationship)
    const parent = known ?? { ...columnOf(relationship), foreignKeyName: idField }
    if (!known) inner.push(parent)
    inner = parent.joinColumns
  }
  inner.push(fieldColumn(path))
}

function addCall(selecting: Selecting, call: Call & { readonly alias?: string }): void {
  const { scope, query, columns, isFlat } = selecting
  const { functionName, parameters, alias, rawValue } = call
  const name = functionName ?? ''
  if (name.toUpperCase() === 'FIELDS') {
    for (const { name: each } of fieldsOf(scope, parameters, query.limit)) addPath(selecting, each)
    return
  }
  if (!parameters?.length) return
  const { path, type } = calledOf(scope, call)
  const unnamed = columns.filter(({ columnName }) => /^expr\d+$/.test(columnName)).length
  const key = alias ?? (isFlat ? `expr${unnamed}` : path.field.name)
  const displayName = (rawValue ?? key).replace(name, name.toLowerCase())
  columns.push({ ...columnOf(key), ...kindOf(type), aggregate: isFlat, displayName })
}

function calledOf(scope: Scope, call: Call): Expression {
  const [argument = ''] = call.parameters ?? []
  if (call.functionName?.toUpperCase() === 'GROUPING') {
    return { ...expressionOf(scope, argument, 'select'), type: 'int' }
  }
  const inWords = formattedAggregate(call)
  if (inWords) return { ...aggregateOf(scope, inWords, 'select').expression, type: 'string' }
  if (isAggregateName(call.functionName ?? undefined)) {
    return aggregateOf(scope, call, 'select').expression
  }
  return expressionOf(scope, call, 'select')
}

const columnOf = (name: string): QueryColumn => ({
  aggregate: false,
  apexType: null,
  booleanType: false,
  columnName: name,
  custom: false,
  displayName: name,
  foreignKeyName: null,
  insertable: false,
  joinColumns: [],
  numberType: false,
  textType: false,
  updatable: false,
})

function fieldColumn({ field }: FieldPath): QueryColumn {
  const { name, type, custom, createable, updateable } = field
  const { [type]: apexType = 'String' } = APEX_TYPES
  return {
    ...columnOf(name),
    ...kindOf(type),
    apexType,
    custom,
    insertable: createable,
    updatable: updateable,
  }
}

const APEX_TYPES: Readonly<Record<string, string>> = {
  id: 'Id',
  reference: 'Id',
  boolean: 'Boolean',
  int: 'Integer',
  double: 'Double',
  currency: 'Double',
  percent: 'Double',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
  address: 'Address',
  location: 'Location',
  base64: 'Blob',
}

function kindOf(type: string): Pick<QueryColumn, 'booleanType' | 'numberType' | 'textType'> {
  const numberType = ['int', 'double', 'currency', 'percent'].includes(type)
  return { booleanType: type === 'boolean', numberType, textType: !(type in APEX_TYPES) }
}
