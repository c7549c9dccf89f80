import * as z from 'zod/mini'
import { instantSchema, personSchema } from './primitives.ts'

/** What the recipient says back. */
export const saidSubjects = ['goal', 'risk', 'do-not-reopen'] as const

/** What the recipient said back when accepting, and what the sender made of it: `Teach_Back__c`. */
export const saidBackSchema = z.object({
  v: z.literal(1),
  by: personSchema,
  at: instantSchema,
  said: z.array(z.object({ about: z.enum(saidSubjects), prompt: z.string(), words: z.string() })),
  /** Null until the sender has looked at it. */
  verdict: z.nullable(
    z.object({
      by: personSchema,
      at: instantSchema,
      /** What the sender sets right, by subject; empty when all of it is right. */
      corrections: z.array(z.object({ about: z.enum(saidSubjects), words: z.string() })),
    }),
  ),
})
export type SaidBack = z.infer<typeof saidBackSchema>
