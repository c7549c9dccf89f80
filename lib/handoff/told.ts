import * as z from 'zod/mini'
import { customerOutcomeSchema } from './customer-outcome.ts'
import { frictionSchema } from './friction.ts'
import { traceSchema } from './trace.ts'

const texts = z.array(z.string())

/** What an entry of the log says that figures are made from beside what happened; each part only where it says so. */
export const toldSchema = z.object({
  /** How much of the methodology was covered, 0 to 1. */
  coverage: z.optional(z.number()),
  outcome: z.optional(customerOutcomeSchema),
  trace: z.optional(traceSchema),
  /** The questions that were asked and left empty when it was sent. */
  blank: z.optional(texts),
  /** The sections with answers that the recipient had not marked as read when accepting. */
  unread: z.optional(texts),
  /** The question that had no answer, of which the new owner has said something since. */
  fills: z.optional(z.string()),
  friction: z.optional(frictionSchema),
})
export type Told = z.infer<typeof toldSchema>
