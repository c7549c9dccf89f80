import * as z from 'zod/mini'
import { fieldValueSchema } from '#lib/handoff/primitives.ts'

/** One field as three people see it: what the user last saw, what the user wants, what Salesforce holds. */
export const fieldConflictSchema = z.object({
  path: z.string(),
  label: z.string(),
  seen: fieldValueSchema,
  mine: fieldValueSchema,
  theirs: fieldValueSchema,
})
export type FieldConflict = z.infer<typeof fieldConflictSchema>
