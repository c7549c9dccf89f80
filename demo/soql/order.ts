import type { OrderByClause } from '@jetstreamapp/soql-parser-js'
import type { FieldDescribe } from '#demo/schema/describe.ts'
import { type Expression, expressionOf } from './expression.ts'
import { converted } from './money.ts'
import type { Found } from './reading.ts'
import { malformedQuery, refuse, type Scope } from './scope.ts'
import { type Comparable, comparableOf, kindOf } from './value-kind.ts'

/** One criterion of ORDER BY over items of any kind. */
export interface Criterion<Item> {
  readonly value: (item: Item) => Comparable
  readonly descending: boolean
  readonly nullsLast: boolean
}

/** The items in order; those that compare equal keep the order they came in. */
export function sorted<Item>(items: readonly Item[], criteria: readonly Criterion<Item>[]): Item[] {
  const keyed = items.map((item) => ({ item, keys: criteria.map(({ value }) => value(item)) }))
  keyed.sort((a, b) => {
    for (const [index, criterion] of criteria.entries()) {
      const order = compare(a.keys[index] ?? null, b.keys[index] ?? null, criterion)
      if (order !== 0) return order
    }
    return 0
  })
  return keyed.map(({ item }) => item)
}

/** The criteria of an ORDER BY clause over rows. */
export function criteriaOf(scope: Scope, clauses: readonly OrderByClause[]): Criterion<Found>[] {
  return clauses.map((clause) => {
    const expression = sortable(scope, clause)
    return { ...directionOf(clause), value: sortKey(expression) }
  })
}

/** Which way a clause orders: ascending and empty values first, unless it says otherwise. */
export function directionOf({ order, nulls }: OrderByClause) {
  return { descending: order === 'DESC', nullsLast: nulls === 'LAST' }
}

/** The clauses as a list: the parser gives a single one bare. */
export function listOf<Clause>(clauses: Clause | Clause[] | undefined): Clause[] {
  if (clauses === undefined) return []
  return Array.isArray(clauses) ? clauses : [clauses]
}

/** What a row sorts by: picklists by the order of their entries, everything else by value. */
function sortKey({ read, type, path }: Expression): (found: Found) => Comparable {
  const key = sortValue(type, path.field)
  return (found) => key(read(found))
}

/** What a value of a field sorts by. */
export function sortValue(type: string, field: FieldDescribe): (value: unknown) => Comparable {
  if (type !== 'picklist') return folded(comparableOf(kindOf(type)))
  const ranks = new Map(field.picklistValues.map((entry, index) => [entry.value, index]))
  return (value) => {
    if (typeof value !== 'string' || value === '') return null
    const rank = ranks.get(value) ?? ranks.size
    return `${String(rank).padStart(6, '0')} ${value.toLowerCase()}`
  }
}

/** Letters sort with their accents left out: é between e and f. */
function folded(convert: (value: unknown) => Comparable): (value: unknown) => Comparable {
  return (value) => {
    const key = convert(value)
    return typeof key === 'string' ? key.normalize('NFD').replaceAll(/\p{M}/gu, '') : key
  }
}

function sortable(scope: Scope, clause: OrderByClause): Expression {
  const expression = expressionOf(scope, 'fn' in clause ? clause.fn : clause.field, 'order')
  const { field } = expression.path
  if (field.sortable) return converted(expression, scope.source, 'corporate')
  const explanation = `field '${field.name}' can not be sorted in a query call`
  throw refuse(scope, { name: expression.written, clause: 'order' }, malformedQuery(explanation))
}

function compare(
  a: Comparable,
  b: Comparable,
  { descending, nullsLast }: Pick<Criterion<never>, 'descending' | 'nullsLast'>,
): number {
  if (a === b) return 0
  if (a === null || b === null) return (a === null) === nullsLast ? 1 : -1
  return a < b === descending ? 1 : -1
}
