import type { Deal } from './deal.ts'
import type { PlannedEvent } from './plan.ts'

/** How the deal stands at this moment, and whether its owner has left, in the log: later figures are held against it. */
export function standingOf({ fields, owner }: Deal): PlannedEvent['details'] {
  const standing = {
    stage: fields['Opportunity.StageName'],
    amount: fields['Opportunity.Amount'],
    closeDate: fields['Opportunity.CloseDate'],
    onBehalfOf: fields['Opportunity.Owner.IsActive'] === false ? owner.name : null,
  }
  return Object.fromEntries(
    Object.entries(standing).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  )
}
