import * as z from 'zod/mini'
import { daySchema } from './primitives.ts'

/** A deal of the user's own that they have not handed over. */
export const unhandedSchema = z.object({
  opportunityId: z.string(),
  name: z.string(),
  accountName: z.string(),
  stage: z.string(),
  /** Null where there is none, or the user may not see it. */
  amount: z.nullable(z.number()),
  /** Empty where the org names none on the record. */
  currency: z.string(),
  closeDate: z.nullable(daySchema),
  isWon: z.boolean(),
  /** Whether a draft is on this computer. */
  hasDraft: z.boolean(),
  /** How far that draft is, from 0 to 1; null without one, and while what it is judged by is not at hand. */
  readiness: z.nullable(z.number()),
})
export type Unhanded = z.infer<typeof unhandedSchema>
