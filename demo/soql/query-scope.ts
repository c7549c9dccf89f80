import { QueryError } from './query-error.ts'
import type { Found } from './reading.ts'
import type { Scope } from './scope.ts'

/** Which rows USING SCOPE lets through: mine, the user's team's, or everything. */
export function inScope(scope: Scope, name: string | undefined): (found: Found) => boolean {
  const { source } = scope
  switch (name?.toLowerCase()) {
    case undefined:
    case 'everything':
      return () => true
    case 'mine':
      return ({ row }) => row['OwnerId'] === source.userId
    case 'team': {
      const deals = teamDeals(scope)
      return ({ row }) => row['OwnerId'] === source.userId || deals.has(row['Id'])
    }
    default:
      throw new QueryError('INVALID_QUERY_SCOPE', `invalid query scope: ${name ?? ''}`)
  }
}

function teamDeals({ source }: Scope): ReadonlySet<unknown> {
  if (!source.describe('OpportunityTeamMember')) return new Set()
  const memberships = source.rowsWhere('OpportunityTeamMember', 'UserId', source.userId)
  return new Set(Array.from(memberships, (row) => row['OpportunityId']))
}
