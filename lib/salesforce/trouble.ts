import * as z from 'zod/mini'
import { troubleKinds } from './trouble-kind.ts'

const lookalikeSchema = z.object({
  contactId: z.string(),
  name: z.string(),
  /** Title, address and account, as far as the user may see them. */
  note: z.string(),
  /** Whether they have a part in the deal already. */
  isInDeal: z.boolean(),
})
export type Lookalike = z.infer<typeof lookalikeSchema>

/** Whom a duplicate rule of Salesforce takes somebody for who is to become a contact. */
const duplicatesSchema = z.object({
  /** The key of the planned contact role. */
  role: z.string(),
  name: z.string(),
  /** The rule's own words. */
  words: z.string(),
  found: z.array(lookalikeSchema),
  /** Whether the rules only warn: it may be created all the same. */
  maySave: z.boolean(),
})
export type Duplicates = z.infer<typeof duplicatesSchema>

/** Why something could not be done, as data: the surface has one sentence and one action for each kind. */
export const troubleSchema = z.object({
  kind: z.enum(troubleKinds),
  /** Salesforce's own words, where they help (a validation rule's text, a missing object's name). */
  detail: z.string(),
  /** The fields Salesforce names, such as `Opportunity.Region__c`. */
  fields: z.array(z.string()),
  /** Where the user can mend it, such as the sign-in page. */
  url: z.optional(z.string()),
  duplicates: z.optional(duplicatesSchema),
})
export type Trouble = z.infer<typeof troubleSchema>
