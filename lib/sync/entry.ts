import * as z from 'zod/mini'
import { draftSchema } from '#lib/handoff/draft.ts'
import { fieldValueSchema } from '#lib/handoff/primitives.ts'
import { fieldConflictSchema } from '#lib/salesforce/field-conflict.ts'
import { troubleSchema } from '#lib/salesforce/trouble.ts'
import { planSchema } from './plan-schema.ts'

/** Where an operation stands. Only `sent` says that Salesforce has it. */
const entryStates = ['queued', 'sending', 'sent', 'unknown', 'needs-attention', 'conflict'] as const
export type EntryState = (typeof entryStates)[number]

/** An operation that is still to be sent, or was. Bound to the org and user it was made under. */
export const entrySchema = z.object({
  operationKey: z.string(),
  orgId: z.string(),
  userId: z.string(),
  /** Host of the API it was made at. */
  host: z.string(),
  opportunityId: z.string(),
  opportunityName: z.string(),
  /** What it does, such as `submit`. */
  action: z.string(),
  plan: planSchema,
  /** The draft it was made of, to return to; null when it was made of none. */
  draft: z.nullable(draftSchema),
  /** What the operation stands on as the user last saw it, by path: the opportunity's owner and handoff status. */
  seen: z.record(z.string(), fieldValueSchema),
  /** What a conflict has shown the user of Salesforce, by path; a choice is about that and nothing later. */
  shown: z.prefault(z.record(z.string(), fieldValueSchema), {}),
  state: z.enum(entryStates),
  /** How often sending was begun. */
  attempts: z.number(),
  /** ISO 8601; null: not by itself, but when the session changes or the user says so. */
  nextAttemptAt: z.nullable(z.string()),
  trouble: z.nullable(troubleSchema),
  conflicts: z.array(fieldConflictSchema),
  handoffId: z.nullable(z.string()),
  createdAt: z.string(),
  settledAt: z.nullable(z.string()),
})
export type Entry = z.infer<typeof entrySchema>

/** Whether it is done: nothing more will be tried. */
export function isSettled({ state }: Pick<Entry, 'state'>): boolean {
  return state === 'sent'
}
