import * as z from 'zod/mini'
import { answerSchema } from '#lib/handoff/answer.ts'
import { variantSchema } from '#lib/handoff/variant.ts'
import { draftSchema } from '#lib/handoff/draft.ts'
import { instantSchema, recordIdSchema } from '#lib/handoff/primitives.ts'
import { spliceSchema } from '#lib/handoff/splice-schema.ts'
import { orTrouble } from './or-trouble.ts'

const opportunity = { opportunityId: recordIdSchema }
const draftKey = { draftKey: z.string() }

/** Which change of a draft is on the disk. */
const momentSchema = z.object({ revision: z.number(), savedAt: instantSchema })

/** What a surface may ask about drafts. */
export const draftRequests = {
  'draft.read': { params: z.object(opportunity), answer: z.nullable(draftSchema) },
  /** Starts a draft prefilled from the context; answers with the one that is already there, if any. */
  'draft.start': {
    params: z.object({
      ...opportunity,
      templateKey: z.optional(z.string()),
      variant: z.optional(variantSchema),
    }),
    answer: orTrouble(draftSchema),
  },
  /** Stores one answer (null removes it). Answers once it is on disk. */
  'draft.answer': {
    params: z.object({ ...draftKey, question: z.string(), answer: z.nullable(answerSchema) }),
    answer: orTrouble(momentSchema),
  },
  /**
   * Stores a change within the text of one answer, made to what was stored at a moment. Answers once it is on disk,
   * and with null when something else is stored: then nothing is changed, and the whole answer is to be sent.
   */
  'draft.retype': {
    params: z.object({
      ...draftKey,
      question: z.string(),
      since: momentSchema,
      splice: spliceSchema,
      at: instantSchema,
    }),
    answer: orTrouble(z.nullable(momentSchema)),
  },
  'draft.change': {
    params: z.object({
      ...draftKey,
      change: z.partial(
        z.pick(draftSchema, {
          recipient: true,
          variant: true,
          unticked: true,
          bypass: true,
          milestones: true,
          template: true,
          migrated: true,
        }),
      ),
    }),
    answer: orTrouble(draftSchema),
  },
  /** Fills unanswered questions from what Salesforce holds now. */
  'draft.refresh': { params: z.object(draftKey), answer: orTrouble(draftSchema) },
  'draft.discard': {
    params: z.object(draftKey),
    answer: orTrouble(z.object({ undo: draftSchema })),
  },
  /** The user's drafts whose opportunity was deleted or merged. */
  'draft.astray': {
    params: z.object({}),
    answer: z.array(
      z.object({
        draftKey: z.string(),
        opportunityId: z.string(),
        opportunityName: z.string(),
        answers: z.number(),
      }),
    ),
  },
  /** Moves such a draft to another opportunity; what was begun there goes to the trash. */
  'draft.retarget': {
    params: z.object({ ...draftKey, ...opportunity }),
    answer: orTrouble(draftSchema),
  },
  'draft.restore': { params: z.object({ draft: draftSchema }), answer: orTrouble(draftSchema) },
} as const
