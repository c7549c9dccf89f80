import * as z from 'zod/mini'
import { answersSchema } from './answer.ts'
import { variantSchema } from './condition.ts'
import { instantSchema, personSchema } from './primitives.ts'
import { handoffKinds } from './template.ts'

export const statuses = [
  'draft',
  'submitted',
  'clarification',
  'declined',
  'accepted',
  'in-transition',
  'completed',
  'cancelled',
] as const
export const statusSchema = z.enum(statuses)
export type Status = z.infer<typeof statusSchema>

/** The versioned packet that travels in `Payload__c`: what the sender wrote, already redacted for its readers. */
export const packetSchema = z.object({
  v: z.literal(1),
  template: z.object({ key: z.string(), version: z.string() }),
  variant: variantSchema,
  answers: answersSchema,
})
export type Packet = z.infer<typeof packetSchema>

/** A handoff as Salesforce holds it. */
export const handoffSchema = z.object({
  id: z.string(),
  /** Auto number, such as HO-00042. */
  name: z.string(),
  clientKey: z.string(),
  kind: z.enum(handoffKinds),
  status: statusSchema,
  opportunityId: z.string(),
  opportunityName: z.string(),
  accountName: z.string(),
  amount: z.nullable(z.number()),
  currency: z.string(),
  outgoing: personSchema,
  incoming: z.nullable(personSchema),
  manager: z.nullable(personSchema),
  template: z.object({ key: z.string(), version: z.string() }),
  /** 0 to 1. */
  completeness: z.number(),
  submittedAt: z.nullable(instantSchema),
  dueAt: z.nullable(instantSchema),
  decidedAt: z.nullable(instantSchema),
  declineReasons: z.array(z.string()),
  decisionComment: z.string(),
  /** How often it came back to the recipient; absent when not read. */
  resubmissionCount: z.optional(z.number()),
  /** How many questions the recipient asked; absent when not read. */
  clarificationCount: z.optional(z.number()),
  summary: z.string(),
  /** Null when the payload is missing, hidden or not readable by this version. */
  packet: z.nullable(packetSchema),
  modifiedAt: instantSchema,
})
export type Handoff = z.infer<typeof handoffSchema>
