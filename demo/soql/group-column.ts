import { aggregateOf, formattedAggregate, isAggregateName } from './aggregate.ts'
import { type Call, type Expression, expressionOf } from './expression.ts'
import { type Group, type Grouping, isShared } from './grouping.ts'
import { formatted } from './label.ts'
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
  const called =
    typeof written === 'string'
      ? undefined
      : calledColumn(scope, grouping, { call: written, clause })
  if (called) return called
  const expression = grouped(scope, grouping, { written, clause })
  return { expression, read: ({ values }) => values.get(expression.key) ?? null }
}

interface Called {
  readonly call: Call
  readonly clause: Clause
}

function calledColumn(
  scope: Scope,
  grouping: Grouping,
  { call, clause }: Called,
): GroupColumn | undefined {
  const name = call.functionName?.toUpperCase()
  if (isAggregateName(name)) {
    const aggregate = aggregateOf(scope, call, clause)
    if (clause === 'select') refuseShared(grouping, aggregate.expression)
    return { expression: aggregate.expression, read: ({ rows }) => aggregate.of(rows) }
  }
  const inWords = clause === 'select' ? formattedAggregate(call) : undefined
  if (inWords) {
    const { expression, of } = aggregateOf(scope, inWords, clause)
    const { field } = expression.path
    return { expression, read: ({ rows }) => formatted(field, of(rows), scope.source) }
  }
  if (name !== 'GROUPING') return undefined
  const inner = grouped(scope, grouping, { written: call.parameters?.[0] ?? '', clause })
  const expression = { ...inner, type: 'int', isFunction: true }
  return { expression, read: ({ values }) => (values.has(inner.key) ? 0 : 1) }
}

// Text as in the reports of Salesforce users: COUNT(Name) beside GROUP BY Name counts nothing.
function refuseShared(grouping: Grouping, { path }: Expression): void {
  if (!isShared(grouping, path.name)) return
  throw malformedQuery(`Grouped field should not be aggregated: ${path.name}`)
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
