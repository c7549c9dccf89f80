import * as z from 'zod/mini'
import { instantSchema, personSchema } from './primitives.ts'

const commentKinds = ['comment', 'clarification', 'answer'] as const

/** A comment, a question to the sender, or the answer to one, as Salesforce holds it. */
export const commentSchema = z.object({
  id: z.string(),
  kind: z.enum(commentKinds),
  /** The question of the template it is about; null when it is about a section or the whole. */
  question: z.nullable(z.string()),
  section: z.nullable(z.string()),
  body: z.string(),
  /** Null when the author is hidden from this reader. */
  author: z.nullable(personSchema),
  writtenAt: instantSchema,
  dueAt: z.nullable(instantSchema),
  resolvedAt: z.nullable(instantSchema),
  resolvedBy: z.nullable(personSchema),
  /** The id of the comment it answers. */
  inReplyTo: z.nullable(z.string()),
})
export type Comment = z.infer<typeof commentSchema>
