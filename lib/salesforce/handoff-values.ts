import type { Status } from '#lib/handoff/handoff.ts'
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

/** The key under which a table holds a value; null when it holds none such. */
export function keyOf<Key extends string>(
  table: Readonly<Record<Key, string>>,
  value: string,
): Key | null {
  const keys = Object.keys(table).filter((key): key is Key => key in table)
  return keys.find((key) => table[key] === value) ?? null
}
