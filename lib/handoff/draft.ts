import * as z from 'zod/mini'
import { answersSchema } from './answer.ts'
import { variantSchema } from './variant.ts'
import { milestoneChangesSchema } from './milestone-change.ts'
import { fieldValueSchema, instantSchema, personSchema, recordIdSchema } from './primitives.ts'

/** A handoff that is being written on this computer. Bound to the org and user it was made under. */
export const draftSchema = z.object({
  /** Made on this computer; becomes `Client_Key__c`. */
  key: z.string().check(z.minLength(1)),
  orgId: recordIdSchema,
  userId: recordIdSchema,
  opportunityId: recordIdSchema,
  opportunityName: z.string(),
  template: z.object({ key: z.string(), version: z.string() }),
  variant: variantSchema,
  answers: answersSchema,
  recipient: z.nullable(z.extend(personSchema, { why: z.optional(z.string()) })),
  /** Submitting although something blocks: why, and which manager stands behind it. */
  bypass: z.nullable(z.object({ reason: z.string(), manager: personSchema })),
  /** Fields of the opportunity the user chose not to write. */
  unticked: z.array(z.string()),
  /** What the sender wants otherwise about the steps of the plan; absent while nothing. */
  milestones: z.optional(milestoneChangesSchema),
  /** The opportunity's values when they were last shown to this user: what a conflict is measured against. */
  baseline: z.object({
    lastModifiedAt: instantSchema,
    fields: z.record(z.string(), fieldValueSchema),
  }),
  /** Set once the handoff exists in Salesforce: a resubmission updates it. */
  handoffId: z.nullable(z.string()),
  /** The user has chosen the template, or the variant, by hand: nothing else is proposed. */
  chosen: z.optional(z.boolean()),
  /** What a newer version of the template has made of it, until the user has read that. */
  migrated: z.optional(
    z.nullable(
      z.object({
        from: z.string(),
        orphaned: z.array(z.string()),
        converted: z.array(z.string()),
        added: z.array(z.string()),
        dropped: z.optional(z.array(z.string())),
      }),
    ),
  ),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** Counts changes; every stored change raises it by one. */
  revision: z.number(),
})
export type Draft = z.infer<typeof draftSchema>
