import * as z from 'zod/mini'
import { aftermathSchema, momentsSchema } from './aftermath-schema.ts'
import { variantSchema } from '#lib/handoff/variant.ts'
import { statusSchema } from '#lib/handoff/handoff.ts'
import { inboxItemSchema } from '#lib/handoff/inbox-item.ts'
import { instantSchema, personSchema } from '#lib/handoff/primitives.ts'
import { forecastSchema } from '#lib/handoff/overview-item.ts'
import { handoffKinds } from '#lib/handoff/template.ts'

const moment = z.nullable(instantSchema)
const score = z.nullable(z.number())

/** What figures are made from: a handoff as Salesforce keeps it, without its answers. Null: not known, or not yet. */
export const handoffRecordSchema = z.object({
  id: z.string(),
  name: z.string(),
  opportunityName: z.string(),
  accountName: z.string(),
  kind: z.enum(handoffKinds),
  variant: variantSchema,
  status: statusSchema,
  outgoing: personSchema,
  incoming: z.nullable(personSchema),
  amount: z.nullable(z.number()),
  currency: z.string(),
  /** 0 to 1, when it was submitted. */
  completeness: z.number(),
  bypassed: z.boolean(),
  clarifications: z.number(),
  resubmissions: z.number(),
  declineReasons: z.array(z.string()),
  wonAt: moment,
  submittedAt: moment,
  firstViewedAt: moment,
  dueAt: moment,
  /** In which the sender owed an answer, so that the clock of the decision stood still. */
  pauses: inboxItemSchema.shape.pauses,
  decidedAt: moment,
  decision: z.nullable(z.enum(['accepted', 'declined'])),
  completedAt: moment,
  firstContactAt: moment,
  kickoffAt: moment,
  firstValueAt: moment,
  /** The first time the stage changed after the acceptance. */
  stageMovedAt: moment,
  lastActivityAt: moment,
  /** How the deal ended. */
  outcome: z.nullable(z.enum(['open', 'won', 'lost'])),
  ...forecastSchema.shape,
  /** 1 to 5 by axis. */
  ratings: z.record(z.string(), z.number()),
  /** From the log and the history of the deal; absent while neither was looked at. */
  aftermath: z.optional(aftermathSchema),
  moments: z.optional(momentsSchema),
  /** 1 to 5: the customer had to repeat things, waited, heard one voice. */
  pulse: z.object({ repeat: score, delay: score, consistent: score }),
})
export type HandoffRecord = z.infer<typeof handoffRecordSchema>

/** One entry of the log, as far as figures need it. */
export const eventRecordSchema = z.object({
  handoffId: z.string(),
  kind: z.string(),
  at: instantSchema,
  toStatus: z.nullable(statusSchema),
  /** The question concerned, if any. */
  question: z.nullable(z.string()),
})
export type EventRecord = z.infer<typeof eventRecordSchema>
