import * as z from 'zod/mini'
import { troubleKinds } from './trouble-kind.ts'

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
