import * as z from 'zod/mini'
import { fieldValueSchema, instantSchema } from '#lib/handoff/primitives.ts'
import { troubleSchema } from './trouble.ts'

export const outboxStates = [
  'queued',
  'sending',
  'sent',
  'unknown',
  'needs-attention',
  'conflict',
] as const

/** One field as three people see it: what the user last saw, what the user wants, what Salesforce holds. */
export const fieldConflictSchema = z.object({
  path: z.string(),
  label: z.string(),
  seen: fieldValueSchema,
  mine: fieldValueSchema,
  theirs: fieldValueSchema,
})
export type FieldConflict = z.infer<typeof fieldConflictSchema>

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
