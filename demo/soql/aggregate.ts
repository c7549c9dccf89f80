import { type Call, type Expression, expressionOf } from './expression.ts'
import { converted } from './money.ts'
import type { Found } from './reading.ts'
import { sortValue } from './order.ts'
import { malformedQuery, refuse, type Scope } from './scope.ts'
import type { Clause } from './tokens.ts'
import { type Comparable, comparableOf, kindOf } from './value-kind.ts'

/** An aggregate function over rows, with the field it aggregates and the type of its value. */
export interface Aggregate {
  readonly expression: Expression
  readonly of: (rows: readonly Found[]) => unknown
}

type Combine = (values: readonly unknown[], type: string, keyOf: KeyOf) => unknown
/** What a value is the least or the greatest by. */
type KeyOf = (value: unknown) => Comparable

const combiners: Readonly<Record<string, Combine>> = {
  COUNT: (values) => values.length,
  COUNT_DISTINCT: (values, type) => new Set(values.map(comparableOf(kindOf(type)))).size,
  SUM: (values) => (values.length === 0 ? null : sum(values)),
  AVG: (values) => (values.length === 0 ? null : sum(values) / values.length),
  MIN: (values, _, keyOf) => extreme(values, keyOf, (a, b) => a < b),
  MAX: (values, _, keyOf) => extreme(values, keyOf, (a, b) => a > b),
}

/** Whether a function aggregates rows. */
export function isAggregateName(name: string | undefined): boolean {
  return name !== undefined && Object.hasOwn(combiners, name.toUpperCase())
}

/** The aggregate a call puts into the user's words, as FORMAT(MIN(CloseDate)) does. */
export function formattedAggregate({ functionName, parameters = [] }: Call): Call | undefined {
  const [inner] = parameters ?? []
  if (functionName?.toUpperCase() !== 'FORMAT' || typeof inner !== 'object') return undefined
  return isAggregateName(inner.functionName ?? undefined) ? inner : undefined
}

/** The aggregate a call means; throws for a field that cannot be aggregated so. */
export function aggregateOf(scope: Scope, call: Call, clause: Clause): Aggregate {
  const name = (call.functionName ?? '').toUpperCase()
  const combine = combiners[name] ?? (() => null)
  const [argument] = call.parameters ?? []
  if (argument === undefined) throw refuse(scope, { name: ')', clause }, onlyCount())
  const plain = expressionOf(scope, argument, clause)
  const inner = name.startsWith('COUNT') ? plain : converted(plain, scope.source, 'corporate')
  refuseUnlessAggregatable(scope, inner, { name, clause })
  const type = name.startsWith('COUNT') ? 'int' : inner.type
  const keyOf = rankOf(inner)
  return {
    expression: { ...inner, type, key: `${name}(${inner.key})`, isFunction: true },
    of: (rows) => combine(rows.map(inner.read).filter(isGiven), inner.type, keyOf),
  }
}

function onlyCount() {
  return malformedQuery("unexpected token: ')'")
}

interface Place {
  readonly name: string
  readonly clause: Clause
}

function refuseUnlessAggregatable(scope: Scope, inner: Expression, { name, clause }: Place): void {
  const { field } = inner.path
  const isNumeric = kindOf(inner.type) === 'number'
  const fits = name === 'SUM' || name === 'AVG' ? isNumeric : field['aggregatable'] !== false
  if (fits) return
  const explanation = `field ${field.name} does not support aggregate operator ${name}`
  throw refuse(scope, { name: inner.written, clause }, malformedQuery(explanation))
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined && value !== ''
}

function sum(values: readonly unknown[]): number {
  return values.reduce<number>((total, value) => total + Number(value), 0)
}

/**
 * Picklists go by the order of their entries.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_agg_functions.htm
 */
function rankOf({ type, path }: Expression): KeyOf {
  return type === 'picklist' ? sortValue(type, path.field) : comparableOf(kindOf(type))
}

type Precedes = (a: NonNullable<Comparable>, b: NonNullable<Comparable>) => boolean

function extreme(values: readonly unknown[], keyOf: KeyOf, precedes: Precedes): unknown {
  let best: { readonly value: unknown; readonly key: NonNullable<Comparable> } | undefined
  for (const value of values) {
    const key = keyOf(value)
    if (key !== null && (!best || precedes(key, best.key))) best = { value, key }
  }
  return best?.value ?? null
}
