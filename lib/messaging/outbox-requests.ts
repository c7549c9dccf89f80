import * as z from 'zod/mini'
import { recordIdSchema } from '#lib/handoff/primitives.ts'
import { orTrouble } from './or-trouble.ts'
import { outboxItemSchema } from './outbox-item.ts'

/** What a surface may ask about operations on their way to Salesforce. */
export const outboxRequests = {
  'outbox.read': {
    params: z.object({ opportunityId: z.optional(recordIdSchema) }),
    answer: z.array(outboxItemSchema),
  },
  'outbox.retry': {
    params: z.object({ operationKey: z.string() }),
    answer: orTrouble(outboxItemSchema),
  },
  /** Settles a conflict: for each field keep `mine` or take `theirs`; says who a new contact is; or gives the operation up and returns to the draft. */
  'outbox.resolve': {
    params: z.object({
      operationKey: z.string(),
      choice: z.discriminatedUnion('as', [
        z.object({
          as: z.literal('fields'),
          keep: z.record(z.string(), z.enum(['mine', 'theirs'])),
        }),
        /** Somebody is this contact; null: somebody else, who is created all the same. */
        z.object({ as: z.literal('contact'), contactId: z.nullable(recordIdSchema) }),
        z.object({ as: z.literal('back-to-draft') }),
      ]),
    }),
    answer: orTrouble(z.nullable(outboxItemSchema)),
  },
} as const
