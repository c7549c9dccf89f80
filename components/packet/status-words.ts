import type { Status } from '#lib/handoff/handoff.ts'

/** What each status is called. */
export const statusWords = {
  draft: 'Draft',
  submitted: 'Waiting for the recipient',
  clarification: 'A question is open',
  declined: 'Declined: needs work',
  accepted: 'Accepted',
  'in-transition': 'In transition',
  completed: 'Completed',
  cancelled: 'Cancelled',
} as const satisfies Record<Status, string>
