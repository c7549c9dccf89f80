import { composite } from './composite.ts'
import { queryPart, taken } from './context-parts.ts'
import { type Names, parentOf } from './names.ts'
import { idAt, rowsOf, textAt } from './record.ts'
import type { SignedIn } from './signed-in.ts'
import { field, soql } from './soql.ts'

/** A deal that was won or handed over. */
export interface PastDeal {
  readonly opportunityId: string
  readonly name: string
}

/** As many deals, half of which may be there because they were handed over. */
const most = 20

/**
 * The deals that were last handed over and last won, as far as the user may read them. One call with two queries:
 * Salesforce takes no other object into a condition with OR.
 */
export async function readPastDeals(
  { connection, version }: SignedIn,
  { handoff: { object, fields: own } }: Names,
): Promise<PastDeal[]> {
  const deal = own.opportunity
  const name = `${parentOf(deal)}.Name`
  const parts = [
    queryPart(
      'handed',
      soql`SELECT ${field(deal)}, ${field(name)} FROM ${field(object)} WHERE ${field(own.status)} IN ${taken}
AND ${field(deal)} IN (SELECT Id FROM Opportunity) ORDER BY ${field(own.decidedAt)} DESC LIMIT ${most / 2}`,
    ),
    queryPart(
      'won',
      soql`SELECT Id, Name FROM Opportunity WHERE IsWon = true ORDER BY CloseDate DESC LIMIT ${most}`,
    ),
  ]
  const [handed, won] = (await composite(connection, parts, { allOrNone: false, version })).values()
  if (won?.error) throw won.error
  // Where handoffs are hidden from the user, those that were won are enough.
  const deals = [...rowsOf(handed?.body), ...rowsOf(won?.body)].map((row) => ({
    opportunityId: idAt(row, deal) || idAt(row, 'Id'),
    name: textAt(row, name) || textAt(row, 'Name'),
  }))
  return [...new Map(deals.map((one) => [one.opportunityId, one])).values()].slice(0, most)
}
