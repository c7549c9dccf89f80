import * as z from 'zod/mini'

export const commitmentStates = ['open', 'kept', 'renegotiated', 'broken'] as const
export type CommitmentState = (typeof commitmentStates)[number]

/** A promise to the customer as it stands in the ledger. */
export const commitmentSchema = z.object({
  id: z.string(),
  /** `Client_Key__c`. */
  key: z.string(),
  words: z.string(),
  toWhom: z.string(),
  byWhom: z.string(),
  /** A calendar day; empty without one. */
  due: z.string(),
  source: z.string(),
  /** The sender knows that it is not; absent in what an earlier version has read. */
  notInContract: z.optional(z.boolean()),
  stretch: z.boolean(),
  state: z.enum(commitmentStates),
  /** Why it stands so. */
  note: z.string(),
  /** The recipient heard of it only after taking over. */
  surprise: z.boolean(),
  /** When somebody last said something of it; absent in what an earlier version has read. */
  modifiedAt: z.optional(z.string()),
})
export type Commitment = z.infer<typeof commitmentSchema>
