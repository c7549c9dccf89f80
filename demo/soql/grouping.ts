import type { GroupByClause } from '@jetstreamapp/soql-parser-js'
import { type Call, type Expression, expressionOf } from './expression.ts'
import type { Found } from './reading.ts'
import { malformedQuery, refuse, type Scope } from './scope.ts'
import { comparableOf, kindOf } from './value-kind.ts'

/** The rows that share the values of the grouping expressions. */
export interface Group {
  readonly rows: readonly Found[]
  /** The shared values by the expression's key; those rolled up are missing. */
  readonly values: ReadonlyMap<string, unknown>
}

/** What a query groups by, and which combinations of it: several with ROLLUP or CUBE. */
export interface Grouping {
  readonly expressions: readonly Expression[]
  readonly sets: readonly (readonly Expression[])[]
}

/** Whether an expression is one of those that every row of a group shares; with subtotals none is. */
export function isShared({ expressions, sets }: Grouping, key: string): boolean {
  return sets.length === 1 && expressions.some((expression) => expression.key === key)
}

/** The grouping of a GROUP BY clause; without one, all rows are one group. */
export function groupingOf(scope: Scope, clauses: readonly GroupByClause[]): Grouping {
  const [first, ...others] = clauses
  const called = first && 'fn' in first ? first.fn : undefined
  const name = called?.functionName?.toUpperCase()
  if (called && (name === 'ROLLUP' || name === 'CUBE')) {
    if (others.length > 0) throw malformedQuery(`GROUP BY ${name} cannot be combined with GROUP BY`)
    return withSubtotals(scope, called, name)
  }
  const expressions = clauses.map((each) => groupable(scope, 'fn' in each ? each.fn : each.field))
  return { expressions, sets: [expressions] }
}

function withSubtotals(scope: Scope, { parameters }: Call, name: 'ROLLUP' | 'CUBE'): Grouping {
  const expressions = (parameters ?? []).map((each) => groupable(scope, each))
  refuseManySubtotals(expressions, name)
  return { expressions, sets: name === 'CUBE' ? subsets(expressions) : prefixes(expressions) }
}

/** https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-select-groupby-rollup.html */
const MOST_SUBTOTALS = 3

function refuseManySubtotals(expressions: readonly Expression[], name: string): void {
  if (expressions.length <= MOST_SUBTOTALS) return
  throw malformedQuery(`GROUP BY ${name} takes at most ${MOST_SUBTOTALS} fields`)
}

/** The groups of the rows, one set of expressions after the other. */
export function groupsOf(rows: readonly Found[], grouping: Grouping): Group[] {
  return grouping.sets.flatMap((expressions) => groupedBy(rows, expressions))
}

function groupable(scope: Scope, written: Parameters<typeof expressionOf>[1]): Expression {
  const expression = expressionOf(scope, written, 'group')
  const { field } = expression.path
  // A date function of a date-time may be grouped by, the date-time itself may not.
  if (field.groupable || expression.isFunction) return expression
  const explanation = `field '${field.name}' can not be grouped in a query call`
  throw refuse(scope, { name: expression.written, clause: 'group' }, malformedQuery(explanation))
}

function groupedBy(rows: readonly Found[], expressions: readonly Expression[]): Group[] {
  if (expressions.length === 0) return [{ rows, values: new Map() }]
  const converters = expressions.map(({ type }) => comparableOf(kindOf(type)))
  const groups = new Map<string, { rows: Found[]; values: Map<string, unknown> }>()
  for (const row of rows) {
    const values = expressions.map(({ read }) => read(row))
    const key = JSON.stringify(values.map((value, index) => converters[index]?.(value) ?? null))
    const known = groups.get(key)
    if (known) known.rows.push(row)
    else groups.set(key, { rows: [row], values: valuesByKey(expressions, values) })
  }
  return [...groups.values()]
}

function valuesByKey(expressions: readonly Expression[], values: readonly unknown[]) {
  return new Map(expressions.map(({ key }, index) => [key, values[index] ?? null]))
}

function prefixes<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: items.length + 1 }, (_, index) =>
    items.slice(0, items.length - index),
  )
}

function subsets<Item>(items: readonly Item[]): Item[][] {
  const [first, ...rest] = items
  if (first === undefined) return [[]]
  const without = subsets(rest)
  return [...without.map((set) => [first, ...set]), ...without]
}
