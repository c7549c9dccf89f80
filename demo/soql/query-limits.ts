import type { Query, Subquery } from '@jetstreamapp/soql-parser-js'
import { malformedQuery } from './scope.ts'
import type { Source } from './source.ts'
import { tokensOf } from './tokens.ts'

const MOST_CHILDREN = 20
/** Since this version children may have children, five levels with the parent; before, there are two levels. */
const NESTING = 58
const LONGEST_TEXT = 4000

/**
 * Throws MALFORMED_QUERY for more subqueries, or deeper ones, than a query may have, and for texts that are too long.
 * https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-relationships-query-limits.html
 * https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_soslsoql.htm
 */
export function refuseBeyondLimits(text: string, query: Query, { apiVersion }: Source): void {
  const mostLevels = Number(apiVersion) < NESTING ? 2 : 5
  if (levelsOf(query) > mostLevels) {
    throw malformedQuery(`A query may have at most ${mostLevels} levels of parents and children`)
  }
  if (childrenBelow(query) > MOST_CHILDREN) {
    throw malformedQuery(`A query may name at most ${MOST_CHILDREN} child relationships`)
  }
  const isLong = tokensOf(text).some(
    (token) => token.text.startsWith("'") && token.text.length - 2 > LONGEST_TEXT,
  )
  if (isLong) throw malformedQuery(`A text in WHERE may have at most ${LONGEST_TEXT} characters`)
}

function subqueriesOf({ fields = [] }: Query | Subquery): readonly Subquery[] {
  return fields.flatMap((field) => (field.type === 'FieldSubquery' ? [field.subquery] : []))
}

function childrenBelow(query: Query | Subquery): number {
  return subqueriesOf(query).reduce((sum, subquery) => sum + 1 + childrenBelow(subquery), 0)
}

function levelsOf(query: Query | Subquery): number {
  return 1 + Math.max(0, ...subqueriesOf(query).map(levelsOf))
}
