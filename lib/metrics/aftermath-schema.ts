import * as z from 'zod/mini'
import { customerStates } from '#lib/handoff/customer-outcome.ts'
import { instantSchema } from '#lib/handoff/primitives.ts'
import { traceSchema } from '#lib/handoff/trace.ts'

const share = z.nullable(z.number())
const state = z.nullable(z.enum(customerStates))

/** What the log says of a handoff beside its moves. Null: not said. */
export const aftermathSchema = z.object({
  /** How much of its methodology it covered, 0 to 1, when it was first sent and when it was accepted. */
  coverage: z.object({ sent: share, accepted: share }),
  /** How the customer stood so many days after the acceptance; whoever had left by then has left for good. */
  customer: z.object({ after90: state, after365: state }),
  /** What the deal suffered because of it. */
  traces: z.array(traceSchema),
  /** When the last of what still stands was said. */
  tracedAt: z.nullable(instantSchema),
})
export type Aftermath = z.infer<typeof aftermathSchema>

const dealThen = z.nullable(
  z.object({ stage: z.string(), amount: z.nullable(z.number()), closeDate: z.string() }),
)
export type DealThen = z.infer<typeof dealThen>

/** How the deal stood at the moments that are compared. Null: not known, or not yet. */
export const momentsSchema = z.object({
  submitted: dealThen,
  accepted: dealThen,
  after30: dealThen,
  after90: dealThen,
})
export type Moments = z.infer<typeof momentsSchema>
