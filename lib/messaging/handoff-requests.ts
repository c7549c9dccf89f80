import * as z from 'zod/mini'
import { declineOutcomes } from '#lib/handoff/handoff.ts'
import { daySchema } from '#lib/handoff/primitives.ts'
import { saidBackSchema } from '#lib/handoff/said-back.ts'
import { orTrouble } from './or-trouble.ts'
import { outboxItemSchema } from './outbox-item.ts'

const deciding = {
  delayReason: z.exactOptional(z.string()),
  /** When the submission was sent that the user has in front of them. */
  sent: z.optional(z.nullable(z.string())),
}
const draftKey = { draftKey: z.string() }

/** The moves of handoffs that a surface may ask for. */
export const handoffRequests = {
  /** Moves the draft to the outbox in one transaction and starts sending. `revision` is what the user reviewed. */
  'handoff.submit': {
    params: z.object({ ...draftKey, revision: z.number() }),
    answer: orTrouble(outboxItemSchema),
  },
  'handoff.accept': {
    params: z.object({
      handoffId: z.string(),
      note: z.string(),
      /** What the recipient says back, in their own words. */
      said: z.optional(saidBackSchema.shape.said),
      /** The sections read just now, by their keys. */
      read: z.optional(z.array(z.string())),
      ...deciding,
    }),
    answer: orTrouble(outboxItemSchema),
  },
  'handoff.decline': {
    params: z.object({
      handoffId: z.string(),
      reasons: z.array(z.string()).check(z.minLength(1)),
      comment: z.string(),
      questions: z.array(z.string()),
      outcome: z.optional(z.enum(declineOutcomes)),
      /** The day a recycled deal comes back. */
      until: z.optional(daySchema),
      ...deciding,
    }),
    answer: orTrouble(outboxItemSchema),
  },
  'handoff.withdraw': {
    params: z.object({ handoffId: z.string() }),
    answer: orTrouble(outboxItemSchema),
  },
} as const
