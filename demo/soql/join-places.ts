import type { Query } from '@jetstreamapp/soql-parser-js'
import { type Comparison, type Filter, filterOf } from './condition.ts'
import { unexpectedToken } from './logic.ts'
import { errorAt, type QueryError } from './query-error.ts'
import { malformedQuery, refuse, type Scope } from './scope.ts'
import { type Token, tokensOf } from './tokens.ts'

const MOST_JOINS = 2

/**
 * Throws MALFORMED_QUERY for semi-joins that Salesforce does not take: beside OR, under NOT, within
 * one another, more than two, compared otherwise than by IN, ordered, cut or grouped.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_comparisonoperators.htm
 */
export function refuseMisplacedJoins(scope: Scope, filter: Filter): void {
  const joins = joinsIn(filter)
  for (const join of joins) {
    const explanation = misplaced(join) ?? unsupported(join.subquery)
    if (explanation !== undefined) throw refusal(scope, join, explanation)
    if (!join.comparison.operator.endsWith('IN')) throw noList(scope)
  }
  const tooMany = joins[MOST_JOINS]
  if (!tooMany) return
  throw refusal(scope, tooMany, `Maximum ${MOST_JOINS} semi join sub-selects are allowed`)
}

interface Join {
  readonly comparison: Comparison
  readonly subquery: Query
  /** The operator the join stands under, if that is none it may stand under. */
  readonly under: 'OR' | 'NOT' | undefined
}

function joinsIn(filter: Filter, under?: Join['under']): Join[] {
  switch (filter.kind) {
    case 'comparison': {
      const { comparison } = filter
      const { subquery } = comparison
      return subquery ? [{ comparison, subquery, under }] : []
    }
    case 'not':
      return joinsIn(filter.part, 'NOT')
    case 'any':
      return filter.parts.flatMap((part) => joinsIn(part, 'OR'))
    case 'all':
      return filter.parts.flatMap((part) => joinsIn(part, under))
  }
}

function misplaced({ under, subquery }: Join): string | undefined {
  if (under) return `Semi join sub-selects are not allowed with the '${under}' operator`
  const isNesting = subquery.where && joinsIn(filterOf(subquery.where)).length > 0
  return isNesting ? 'Nesting of semi join sub-selects is not supported' : undefined
}

const unsupportedClauses: readonly (readonly [keyof Query, string])[] = [
  ['groupBy', 'GROUP BY'],
  ['having', 'HAVING'],
  ['orderBy', 'ORDER BY'],
  ['limit', 'LIMIT'],
  ['offset', 'OFFSET'],
  ['for', 'FOR'],
]

function unsupported(subquery: Query): string | undefined {
  const [, clause] = unsupportedClauses.find(([key]) => subquery[key] !== undefined) ?? []
  return clause && `Semi join sub-selects do not support the ${clause} clause`
}

function refusal(scope: Scope, { comparison }: Join, explanation: string): QueryError {
  const name = typeof comparison.subject === 'string' ? comparison.subject : ''
  return refuse(scope, { name, clause: 'where' }, malformedQuery(explanation))
}

/** Only IN and NOT IN are followed by a parenthesis. */
function noList({ query }: Scope): QueryError {
  const tokens = tokensOf(query)
  const opening = tokens.find(
    ({ text, clause }, at) =>
      text === '(' &&
      clause === 'where' &&
      isWord('SELECT', tokens[at + 1]) &&
      !isWord('IN', tokens[at - 1]),
  )
  return errorAt(query, opening?.at ?? 0, unexpectedToken('('))
}

const isWord = (word: string, token: Token | undefined): boolean =>
  token?.text.toUpperCase() === word
