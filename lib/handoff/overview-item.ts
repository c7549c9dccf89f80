import * as z from 'zod/mini'
import { variantSchema } from './variant.ts'
import { statusSchema } from './handoff.ts'
import { inboxItemSchema } from './inbox-item.ts'
import { instantSchema } from './primitives.ts'
import { toldSchema } from './told.ts'

const moment = z.nullable(instantSchema)
const score = z.nullable(z.number())

/** What a forecast goes by, as the deal says it; absent where that is not for the reader to see. */
export const forecastSchema = z.object({
  stage: z.optional(z.string()),
  closeDate: z.optional(z.string()),
  forecastCategory: z.optional(z.string()),
})

/** A handoff as its manager sees it: the row of a list, with what figures are made from. Null: not known, or not yet. */
export const overviewItemSchema = z.extend(inboxItemSchema, {
  variant: variantSchema,
  clarifications: z.number(),
  resubmissions: z.number(),
  decision: z.nullable(z.enum(['accepted', 'declined'])),
  delayReason: z.string(),
  wonAt: moment,
  completedAt: moment,
  firstContactAt: moment,
  kickoffAt: moment,
  firstValueAt: moment,
  stageMovedAt: moment,
  lastActivityAt: moment,
  outcome: z.nullable(z.enum(['open', 'won', 'lost'])),
  ...forecastSchema.shape,
  /** Whether its next step is empty; that one is hidden from the reader is no lack. */
  lacksNextStep: z.optional(z.boolean()),
  ratings: z.record(z.string(), z.number()),
  pulse: z.object({ repeat: score, delay: score, consistent: score }),
})
export type OverviewItem = z.infer<typeof overviewItemSchema>

/** An entry of the log, as far as figures need it; one about several questions stands once for each. */
export const overviewEventSchema = z.object({
  ...toldSchema.shape,
  handoffId: z.string(),
  kind: z.string(),
  at: instantSchema,
  toStatus: z.nullable(statusSchema),
  question: z.nullable(z.string()),
  /** Why it was declined. */
  reasons: z.optional(z.array(z.string())),
  /** What these reasons were called then. */
  labels: z.optional(z.array(z.string())),
  /** The step of the plan that was changed. */
  step: z.optional(
    z.object({
      key: z.string(),
      /** Null where only its day or meeting was. */
      status: z.nullable(z.string()),
      meetingAt: moment,
    }),
  ),
})
export type OverviewEvent = z.infer<typeof overviewEventSchema>

/** A deal that entered a stage, or got another amount or close date. */
export const stageEntrySchema = z.object({
  opportunityId: z.string(),
  stage: z.string(),
  at: instantSchema,
  /** What the deal was worth then, and when it was to be closed; absent where that is not for the reader to see. */
  amount: z.optional(z.nullable(z.number())),
  closeDate: z.optional(z.string()),
})
export type StageEntry = z.infer<typeof stageEntrySchema>
