import { testOf } from './comparison.ts'
import type { Comparison, Filter } from './condition.ts'
import { type Expression, expressionOf } from './expression.ts'
import { converted } from './money.ts'
import { predicateOf } from './filter.ts'
import { refuseMisplacedJoins } from './join-places.ts'
import type { Found } from './reading.ts'
import { invalidField, refuse, type Scope } from './scope.ts'
import { type RunSubquery, semiJoin } from './semi-join.ts'

/** Whether a row passes a WHERE clause; throws when the clause names what cannot be filtered. */
export function whereOf(
  scope: Scope,
  filter: Filter,
  runSubquery: RunSubquery,
): (found: Found) => boolean {
  refuseMisplacedJoins(scope, filter)
  return predicateOf(filter, (comparison) => {
    const expression = comparable(scope, comparison)
    const test = comparison.subquery
      ? semiJoin(scope, { comparison, expression, subquery: comparison.subquery }, runSubquery)
      : testOf(scope, comparison, expression)
    const { read } = expression
    return (found) => test(read(found))
  })
}

/** Amounts are compared by what they are worth where the query names a currency, else by their numbers. */
function comparable(scope: Scope, comparison: Comparison): Expression {
  const expression = filterable(scope, comparison)
  const isNamed = comparison.literals.some(({ type }) => type.endsWith('_CURRENCY_PREFIX'))
  return isNamed ? converted(expression, scope.source, 'corporate') : expression
}

function filterable(scope: Scope, { subject }: Comparison): Expression {
  const expression = expressionOf(scope, subject, 'where')
  const { field } = expression.path
  const place = { name: expression.written, clause: 'where' } as const
  if (field.type === 'address' || field.type === 'location') {
    const explanation = 'Address fields can only be filtered using Distance expressions'
    throw refuse(scope, place, invalidField(explanation))
  }
  if (field.filterable) return expression
  const explanation = `field '${field.name}' can not be filtered in a query call`
  throw refuse(scope, place, invalidField(explanation))
}
