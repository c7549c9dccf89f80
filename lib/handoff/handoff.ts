import * as z from 'zod/mini'
import { answersSchema } from './answer.ts'
import { commentSchema } from './comment.ts'
import { commitmentSchema } from './commitment.ts'
import { variantSchema } from './variant.ts'
import { loggedEventSchema } from './logged-event.ts'
import { daySchema, instantSchema, personSchema } from './primitives.ts'
import { reviewedSchema } from './reviewed.ts'
import { saidBackSchema } from './said-back.ts'
import { handoffKinds } from './template.ts'
import { handoffTaskSchema, transitionSchema } from './transition.ts'
import { transferSnapshotSchema } from './transfer.ts'

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

/** What becomes of a decline. */
export const declineOutcomes = ['fix-and-resubmit', 'recycle', 'close'] as const
export type DeclineOutcome = (typeof declineOutcomes)[number]

/** The versioned packet that travels in `Payload__c`: what the sender wrote, already redacted for its readers. */
export const packetSchema = z.object({
  v: z.literal(1),
  template: z.object({ key: z.string(), version: z.string() }),
  variant: variantSchema,
  answers: answersSchema,
  /** What differs from the previous handoff of the chain, which its reader may not see: for the account team. */
  since: z.optional(
    z.object({
      name: z.string(),
      lines: z.array(z.object({ question: z.string(), label: z.string(), text: z.string() })),
    }),
  ),
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
  /** Whether the recipient is no longer active in Salesforce; absent where that is not to be seen. */
  recipientLeft: z.optional(z.boolean()),
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
  /** From here on, what is absent was not read: lists do without it. */
  firstViewedAt: z.optional(z.nullable(instantSchema)),
  clarificationDueAt: z.optional(z.nullable(instantSchema)),
  completedAt: z.optional(z.nullable(instantSchema)),
  declineOutcome: z.optional(z.nullable(z.enum(declineOutcomes))),
  /** The day a recycled deal comes back. */
  recycleUntil: z.optional(z.nullable(daySchema)),
  bypassReason: z.optional(z.string()),
  /** How often the sender has reminded the recipient. */
  chaseCount: z.optional(z.number()),
  /** The handoff before this one in the chain. */
  previousHandoffId: z.optional(z.nullable(z.string())),
  reviewed: z.optional(reviewedSchema),
  /** Null until the handoff is accepted. */
  saidBack: z.optional(z.nullable(saidBackSchema)),
  /** The deal as it was before its owner changed; null when it has not. */
  transfer: z.optional(z.nullable(transferSnapshotSchema)),
  /** From 1 to 5, by axis. */
  ratings: z.optional(z.record(z.string(), z.number())),
  /** Oldest first. */
  comments: z.optional(z.array(commentSchema)),
  /** Oldest first. */
  events: z.optional(z.array(loggedEventSchema)),
  commitments: z.optional(z.array(commitmentSchema)),
  /** Null until somebody has planned it; absent when not read. */
  transition: z.optional(z.nullable(transitionSchema)),
  /** The day ownership shifts. */
  effectiveDate: z.optional(z.nullable(daySchema)),
  /** The day the outgoing owner leaves. */
  transitionEnd: z.optional(z.nullable(daySchema)),
  /** When the incoming owner first spoke to the customer. */
  firstCustomerContactAt: z.optional(z.nullable(instantSchema)),
  /** Those that stand for milestones and all others. */
  tasks: z.optional(z.array(handoffTaskSchema)),
  summary: z.string(),
  /** Null when the payload is missing, hidden or not readable by this version. */
  packet: z.nullable(packetSchema),
  modifiedAt: instantSchema,
})
export type Handoff = z.infer<typeof handoffSchema>
