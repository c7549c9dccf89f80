import { aggregateOf, isAggregateName } from './aggregate.ts'
import { type Call, type Expression, expressionOf } from './expression.ts'
import type { Group, Grouping } from './grouping.ts'
import { malformedQuery, refuse, type Scope } from './scope.ts'
import type { Clause } from './tokens.ts'

/** One value of a group: an aggregate, a grouped expression, or whether that is rolled up. */
export interface GroupColumn {
  readonly expression: Expression
  readonly read: (group: Group) => unknown
}

/** The column a name or call means in a grouped query; throws for a field that is not grouped. */
export function groupColumnOf(
  scope: Scope,
  grouping: Grouping,
  { written, clause }: { readonly written: string | Call; readonly clause: Clause },
): GroupColumn {
  const name = typeof written === 'string' ? undefined : written.functionName?.toUpperCase()
  if (typeof written !== 'string' && isAggregateName(name)) {
    const aggregate = aggregateOf(scope, written, clause)
    return { expression: aggregate.expression, read: ({ rows }) => aggregate.of(rows) }
  }
  if (typeof written !== 'string' && name === 'GROUPING') {
    const inner = grouped(scope, grouping, { written: written.parameters?.[0] ?? '', clause })
    const expression = { ...inner, type: 'int', isFunction: true }
    return { expression, read: ({ values }) => (values.has(inner.key) ? 0 : 1) }
  }
  const expression = grouped(scope, grouping, { written, clause })
  return { expression, read: ({ values }) => values.get(expression.key) ?? null }
}

interface Written {
  readonly written: string | Call
  readonly clause: Clause
}

function grouped(scope: Scope, grouping: Grouping, { written, clause }: Written): Expression {
  const expression = expressionOf(scope, written, clause)
  if (grouping.expressions.some(({ key }) => key === expression.key)) return expression
  const explanation = `Field must be grouped or aggregated: ${expression.path.field.name}`
  throw refuse(scope, { name: expression.written, clause }, malformedQuery(explanation))
}
