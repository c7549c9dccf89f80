import * as z from 'zod/mini'
import { valueSchema } from '#lib/handoff/answer.ts'
import { instantSchema, personSchema, recordIdSchema } from '#lib/handoff/primitives.ts'
import { questionSchema } from '#lib/handoff/question.ts'
import { handoffKinds } from '#lib/handoff/template.ts'
import { unhandedSchema } from '#lib/handoff/unhanded.ts'
import { orTrouble } from './or-trouble.ts'

export const ownDealsSchema = z.object({
  /** The most urgent first. */
  deals: z.array(unhandedSchema),
  /** When Salesforce last said so; null when it never did. */
  readAt: z.nullable(instantSchema),
})
export type OwnDeals = z.infer<typeof ownDealsSchema>

/**
 * What became of one of several deals that were to be begun: its draft is on this computer with what was said for all;
 * it had a draft, of which nothing was changed; it is being handed over, or was; it has another owner than was said.
 */
const begunSchema = z.enum(['begun', 'kept', 'under-way', 'not-yours'])
export type Begun = z.infer<typeof begunSchema>

const offeredSchema = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  kind: z.enum(handoffKinds),
  /** What is asked once for several deals. */
  common: z.array(questionSchema),
})
/** A template that several deals can be begun with. */
export type OfferedTemplate = z.infer<typeof offeredSchema>

/** What a surface may ask about the user's deals. */
export const dealsRequests = {
  /** The user's own deals without a handoff; `fresh` asks Salesforce, unless it was asked a moment ago. */
  'deals.read': { params: z.object({ fresh: z.boolean() }), answer: orTrouble(ownDealsSchema) },
  /**
   * Looks in Salesforce for more of them by words of deal, account and stage, where there are too many to be listed;
   * null: what was found lately. The most urgent first.
   */
  'deals.find': {
    params: z.object({ text: z.nullable(z.string().check(z.minLength(1))) }),
    answer: orTrouble(z.array(unhandedSchema)),
  },
  /** The templates that a handoff may be begun with. */
  'deals.templates': { params: z.object({}), answer: z.array(offeredSchema) },
  /** Begins the draft of one of several deals under that key: the one that the rules choose where no template is named. */
  'deals.begin': {
    params: z.object({
      opportunityId: recordIdSchema,
      draftKey: z.string().check(z.minLength(1)),
      templateKey: z.optional(z.string()),
      /** Whose deal it has to be: that of somebody who leaves. Absent: the user’s own. */
      ownerId: z.optional(recordIdSchema),
      recipient: z.nullable(personSchema),
      values: z.record(z.string(), valueSchema),
    }),
    answer: orTrouble(begunSchema),
  },
} as const
