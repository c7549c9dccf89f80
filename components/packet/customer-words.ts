import type { CustomerState } from '#lib/handoff/customer-outcome.ts'

/** How a customer stands. */
export const customerWords: Readonly<Record<CustomerState, string>> = {
  active: 'Active',
  'at-risk': 'At risk',
  churned: 'Has left',
}
