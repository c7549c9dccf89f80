import * as z from 'zod/mini'
import { fieldValueSchema } from '#lib/handoff/primitives.ts'
import { optionSchema } from './describe.ts'

/** One field as three people see it: what the user last saw, what the user wants, what Salesforce holds. */
export const fieldConflictSchema = z.object({
  path: z.string(),
  label: z.string(),
  seen: fieldValueSchema,
  mine: fieldValueSchema,
  theirs: fieldValueSchema,
  /** What the users are called whose ids the values are; absent where they are none. */
  people: z.optional(z.array(optionSchema)),
})
export type FieldConflict = z.infer<typeof fieldConflictSchema>
