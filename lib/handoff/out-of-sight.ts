import type { Deal } from './deal.ts'
import type { Status } from './handoff.ts'

/** The path under which a deal says itself where its handoff stands. */
export const statusOfDeal = /^Opportunity\.(?:\w+__)?Handoff_Status__c$/

/** What Salesforce holds of a deal whose handoff is decided on or carried out. */
const goingOn: ReadonlySet<unknown> = new Set([
  'Submitted',
  'Clarification',
  'Accepted',
  'In_Transition',
])

const underWay: ReadonlySet<Status> = new Set([
  'submitted',
  'clarification',
  'accepted',
  'in-transition',
])

/** Whether a deal is being handed over, by what it says itself, in a handoff that is not among those its reader sees. */
export function isOutOfSight(
  { fields }: Pick<Deal, 'fields'>,
  handoffs: readonly { readonly status: Status }[],
): boolean {
  const says = Object.entries(fields).some(
    ([path, value]) => statusOfDeal.test(path) && goingOn.has(value),
  )
  return says && !handoffs.some(({ status }) => underWay.has(status))
}
