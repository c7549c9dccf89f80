import * as z from 'zod/mini'
import { instantSchema } from '#lib/handoff/primitives.ts'
import { fieldConflictSchema } from '#lib/salesforce/field-conflict.ts'
import { troubleSchema } from './trouble.ts'

const outboxStates = [
  'queued',
  'sending',
  'sent',
  'unknown',
  'needs-attention',
  'conflict',
] as const

/** What surfaces may know of an operation that is on its way to Salesforce. */
export const outboxItemSchema = z.object({
  operationKey: z.string(),
  opportunityId: z.string(),
  opportunityName: z.string(),
  /** What the operation does, such as `submit`, `accept`, `decline`. */
  action: z.string(),
  state: z.enum(outboxStates),
  attempts: z.number(),
  nextAttemptAt: z.nullable(instantSchema),
  trouble: z.nullable(troubleSchema),
  conflicts: z.array(fieldConflictSchema),
  handoffId: z.nullable(z.string()),
  createdAt: instantSchema,
  settledAt: z.nullable(instantSchema),
})
export type OutboxItem = z.infer<typeof outboxItemSchema>
