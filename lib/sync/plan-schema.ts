import * as z from 'zod/mini'
import { commitmentStates } from '#lib/handoff/commitment.ts'
import { variantSchema } from '#lib/handoff/variant.ts'
import { eventKinds } from '#lib/handoff/event.ts'
import { declineOutcomes, packetSchema, statusSchema } from '#lib/handoff/handoff.ts'
import type { HandoffChanges, Plan } from '#lib/handoff/plan.ts'
import { fieldValueSchema, personSchema } from '#lib/handoff/primitives.ts'
import { reviewedSchema } from '#lib/handoff/reviewed.ts'
import { rowSchemas } from '#lib/handoff/rows.ts'
import { saidBackSchema } from '#lib/handoff/said-back.ts'
import { handoffKinds } from '#lib/handoff/template.ts'
import { transitionSchema } from '#lib/handoff/transition.ts'
import { transferSnapshotSchema, transferWriteSchema } from '#lib/handoff/transfer.ts'

const maybe = z.exactOptional
const text = z.string()
const textOrNull = z.nullable(z.string())

const eventSchema = z.object({
  operationKey: text,
  kind: z.enum(eventKinds),
  fromStatus: z.nullable(statusSchema),
  toStatus: statusSchema,
  actor: personSchema,
  at: text,
  details: z.record(text, z.union([text, z.number(), z.array(text)])),
})

const changesSchema: z.ZodMiniType<HandoffChanges> = z.object({
  status: maybe(statusSchema),
  kind: maybe(z.enum(handoffKinds)),
  variant: maybe(variantSchema),
  template: maybe(z.object({ key: text, version: text })),
  opportunityId: maybe(text),
  accountId: maybe(text),
  outgoing: maybe(personSchema),
  incoming: maybe(personSchema),
  manager: maybe(personSchema),
  completeness: maybe(z.number()),
  coverage: maybe(z.nullable(z.number())),
  quality: maybe(z.number()),
  submittedAt: maybe(text),
  dueAt: maybe(textOrNull),
  decision: maybe(z.nullable(z.enum(['accepted', 'declined']))),
  decidedAt: maybe(textOrNull),
  declineReasons: maybe(z.array(text)),
  declineOutcome: maybe(z.nullable(z.enum(declineOutcomes))),
  recycleUntil: maybe(textOrNull),
  decisionComment: maybe(text),
  delayReason: maybe(text),
  bypassReason: maybe(text),
  clarificationCount: maybe(z.number()),
  clarificationDueAt: maybe(textOrNull),
  resubmissionCount: maybe(z.number()),
  summary: maybe(text),
  saidBack: maybe(saidBackSchema),
  firstViewedAt: maybe(textOrNull),
  reviewed: maybe(reviewedSchema),
  ratings: maybe(z.record(text, z.number())),
  ratingComment: maybe(text),
  pulse: maybe(
    z.object({
      repeat: maybe(z.number()),
      delay: maybe(z.number()),
      consistent: maybe(z.number()),
      comment: text,
    }),
  ),
  chaseCount: maybe(z.number()),
  completedAt: maybe(text),
  previousHandoffId: maybe(text),
  transition: maybe(transitionSchema),
  effectiveDate: maybe(text),
  transitionEnd: maybe(text),
  communicationOwner: maybe(personSchema),
  firstCustomerContactAt: maybe(text),
  transfer: maybe(transferSnapshotSchema),
})

const aboutRole = { key: text, name: text, role: text, question: text }
const contactRoleSchema = z.discriminatedUnion('kind', [
  z.object({
    ...aboutRole,
    kind: z.literal('added'),
    contactId: text,
    isPrimary: z.boolean(),
  }),
  z.object({
    ...aboutRole,
    kind: z.literal('created'),
    contact: z.object({ firstName: text, lastName: text, title: text, email: text, phone: text }),
    isPrimary: z.boolean(),
    isDuplicate: maybe(z.boolean()),
  }),
  z.object({ ...aboutRole, kind: z.literal('changed'), roleId: text, before: text }),
])

const taskSchema = z.object({
  subject: text,
  description: text,
  owner: personSchema,
  day: textOrNull,
  remindAt: textOrNull,
  on: z.enum(['handoff', 'opportunity']),
})

/** A plan as it lies in the outbox. Fields that a newer version wrote and this one does not know are refused by none. */
export const planSchema: z.ZodMiniType<Plan> = z.object({
  operationKey: text,
  clientKey: text,
  handoffId: textOrNull,
  opportunityId: text,
  unmodifiedSince: textOrNull,
  touchedByOrg: maybe(z.boolean()),
  unchangedSince: maybe(text),
  recipientId: maybe(text),
  sentAt: maybe(text),
  events: z.array(eventSchema),
  handoff: changesSchema,
  packet: z.nullable(packetSchema),
  fieldChanges: z.array(
    z.object({
      path: text,
      label: text,
      before: fieldValueSchema,
      after: fieldValueSchema,
      question: text,
    }),
  ),
  opportunity: z.nullable(z.object({ status: statusSchema, readiness: z.nullable(z.number()) })),
  contactRoles: z.prefault(z.array(contactRoleSchema), []),
  commitments: z.array(
    z.object({
      key: text,
      position: z.number(),
      row: rowSchemas.commitments,
      surprise: maybe(z.boolean()),
    }),
  ),
  // Rows that an earlier version has left do not have it.
  ledger: z.prefault(
    z.array(
      z.object({
        commitmentId: text,
        from: maybe(z.enum(commitmentStates)),
        since: maybe(text),
        state: z.enum(commitmentStates),
        note: text,
        due: maybe(text),
      }),
    ),
    [],
  ),
  comments: z.array(
    z.object({
      key: text,
      kind: z.enum(['comment', 'clarification', 'answer']),
      question: textOrNull,
      section: textOrNull,
      body: text,
      author: personSchema,
      dueAt: textOrNull,
      inReplyTo: textOrNull,
    }),
  ),
  resolved: z.array(z.object({ commentId: text, by: personSchema, at: text })),
  tasks: z.prefault(z.array(taskSchema), []),
  taskChanges: z.prefault(
    z.array(
      z.object({
        taskId: text,
        heldBy: maybe(text),
        isDone: maybe(z.boolean()),
        day: maybe(textOrNull),
        owner: maybe(personSchema),
      }),
    ),
    [],
  ),
  transfer: maybe(transferWriteSchema),
  meetings: maybe(
    z.array(
      z.object({
        subject: text,
        description: text,
        location: text,
        start: text,
        end: text,
        owner: personSchema,
        colleagues: z.array(personSchema),
        contactIds: z.array(text),
        on: z.enum(['handoff', 'opportunity']),
      }),
    ),
  ),
  effects: maybe(
    z.object({
      fields: z.record(text, fieldValueSchema),
      posts: z.array(text),
      tasks: z.array(taskSchema),
    }),
  ),
  shareWith: z.array(personSchema),
  former: maybe(personSchema),
  inWords: z.array(text),
})
