import * as z from 'zod/mini'
import { eventKinds } from './event.ts'
import { instantSchema, personSchema } from './primitives.ts'

/** An entry of the log as Salesforce holds it. */
export const loggedEventSchema = z.object({
  id: z.string(),
  kind: z.enum(eventKinds),
  actor: z.nullable(personSchema),
  at: instantSchema,
  /** What else is known about it; empty when it cannot be read. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
})
export type LoggedEvent = z.infer<typeof loggedEventSchema>
