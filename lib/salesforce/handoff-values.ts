import type { Comment } from '#lib/handoff/comment.ts'
import type { CommitmentState } from '#lib/handoff/commitment.ts'
import type { DeclineOutcome, Status } from '#lib/handoff/handoff.ts'
import type { Template } from '#lib/handoff/template.ts'

/** How each status is spelled in `Status__c`. */
export const statusValues = {
  draft: 'Draft',
  submitted: 'Submitted',
  clarification: 'Clarification',
  declined: 'Rejected',
  accepted: 'Accepted',
  'in-transition': 'In_Transition',
  completed: 'Completed',
  cancelled: 'Cancelled',
} as const satisfies Record<Status, string>

/** How each kind of handoff is spelled in `Type__c`. */
export const kindValues = {
  'sdr-ae': 'SDR_AE',
  'ae-csm': 'AE_CSM',
  territory: 'TERRITORY',
  'csm-csm': 'CSM_CSM',
} as const satisfies Record<Template['kind'], string>

/** How each variant is spelled in `Variant__c`. */
export const variantValues = {
  express: 'Express',
  standard: 'Standard',
  enterprise: 'Enterprise',
} as const

/** How each kind of comment is spelled in `Handoff_Comment__c.Kind__c`. */
export const commentKinds = {
  comment: 'Comment',
  clarification: 'Clarification',
  answer: 'Answer',
} as const satisfies Record<Comment['kind'], string>

/** How each state of a promise is spelled in `Handoff_Commitment__c.State__c`. */
export const commitmentStates = {
  open: 'Open',
  kept: 'Kept',
  renegotiated: 'Renegotiated',
  broken: 'Broken',
} as const satisfies Record<CommitmentState, string>

/** How each outcome of a decline is spelled in `Decision_Outcome__c`. */
export const outcomeValues = {
  'fix-and-resubmit': 'Fix_and_resubmit',
  recycle: 'Recycle',
  close: 'Close',
} as const satisfies Record<DeclineOutcome, string>

/** How each decision is spelled in `Decision__c`. */
export const decisionValues = { accepted: 'Accepted', declined: 'Rejected' } as const

/** The key under which a table holds a value; null when it holds none such. */
export function keyOf<Key extends string>(
  table: Readonly<Record<Key, string>>,
  value: string,
): Key | null {
  const keys = Object.keys(table).filter((key): key is Key => key in table)
  return keys.find((key) => table[key] === value) ?? null
}
