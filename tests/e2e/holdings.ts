import type { Org } from '#demo/org/org.ts'
import { brightwater, remy } from './cast.ts'

type Rows = ReturnType<ReturnType<Org['as']>['query']>

/** What the org holds, as somebody who sees everything. */
export function rows(org: Org, soql: string): Rows {
  return org.as(remy.id).query(soql)
}

/** The handoffs of the deal, with all their fields. */
export function handoffs(org: Org, opportunityId: string = brightwater.id): Rows {
  return rows(
    org,
    `SELECT FIELDS(ALL) FROM Handoff__c WHERE Opportunity__c = '${opportunityId}' LIMIT 9`,
  )
}
