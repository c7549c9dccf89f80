import type { Deal } from './deal.ts'
import type { PlannedEvent } from './plan.ts'

/** How the deal stands at this moment, in the log: later figures are held against it. */
export function standingOf({ fields }: Deal): PlannedEvent['details'] {
  const standing = {
    stage: fields['Opportunity.StageName'],
    amount: fields['Opportunity.Amount'],
    closeDate: fields['Opportunity.CloseDate'],
  }
  return Object.fromEntries(
    Object.entries(standing).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  )
}
