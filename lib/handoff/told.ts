import * as z from 'zod/mini'
import { customerOutcomeSchema } from './customer-outcome.ts'
import { traceSchema } from './trace.ts'

/** What an entry of the log says that figures of the time after are made from; each part only where it says so. */
export const toldSchema = z.object({
  /** How much of the methodology was covered, 0 to 1. */
  coverage: z.optional(z.number()),
  outcome: z.optional(customerOutcomeSchema),
  trace: z.optional(traceSchema),
})
export type Told = z.infer<typeof toldSchema>
