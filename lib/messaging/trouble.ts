import * as z from 'zod/mini'

/** Everything that can stand between the user and Salesforce; each has a designed state in the panel. */
export const troubleKinds = [
  'signed-out',
  'session-expired',
  'wrong-org',
  'wrong-user',
  'api-blocked',
  'api-disabled',
  'needs-oauth',
  'no-permission',
  'not-installed',
  'record-gone',
  'offline',
  'unreachable',
  'limit-reached',
  'rejected',
  'conflict',
  'locked',
  'not-salesforce',
  'unknown',
] as const

/** Why something could not be done, as data: the surface has one sentence and one action for each kind. */
export const troubleSchema = z.object({
  kind: z.enum(troubleKinds),
  /** Salesforce's own words, where they help (a validation rule's text, a missing object's name). */
  detail: z.string(),
  /** The fields Salesforce names, such as `Opportunity.Region__c`. */
  fields: z.array(z.string()),
  /** Where the user can mend it, such as the sign-in page. */
  url: z.optional(z.string()),
})
export type Trouble = z.infer<typeof troubleSchema>
export type TroubleKind = Trouble['kind']
