import * as z from 'zod/mini'
import { recordIdSchema } from '#lib/handoff/primitives.ts'
import { orTrouble } from './or-trouble.ts'

const heldDealSchema = z.object({
  opportunityId: z.string(),
  name: z.string(),
  accountName: z.string(),
  drafts: z.number(),
  waiting: z.number(),
})

/** What a surface may ask about what is kept on this computer. */
export const privacyRequests = {
  /** What is kept for the user, by deal, and how many rows are somebody else's. */
  'privacy.read': {
    params: z.object({}),
    answer: z.object({
      isSignedIn: z.boolean(),
      deals: z.array(heldDealSchema),
      others: z.number(),
    }),
  },
  /** Forgets the user's own of these deals, what belongs to others, or everything; answers with how many rows went. */
  'privacy.forget': {
    params: z.discriminatedUnion('what', [
      z.strictObject({
        what: z.literal('deals'),
        opportunityIds: z.array(recordIdSchema).check(z.minLength(1)),
      }),
      z.strictObject({ what: z.literal('others') }),
      z.strictObject({ what: z.literal('everything') }),
    ]),
    answer: z.object({ forgotten: z.number() }),
  },
  /** The user's own drafts as JSON. */
  'privacy.export': { params: z.object({}), answer: orTrouble(z.object({ json: z.string() })) },
} as const
