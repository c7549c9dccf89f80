import * as z from 'zod/mini'
import { handoffSchema } from './handoff.ts'
import { instantSchema, personSchema } from './primitives.ts'

const moment = z.prefault(z.nullable(instantSchema), null)

/** A question to the sender; while it is open the recipient's clock stands still. */
const pauseSchema = z.object({
  question: z.nullable(z.string()),
  from: instantSchema,
  /** Null while it is open. */
  to: z.nullable(instantSchema),
})

/** A handoff in somebody's list: what the row itself tells, and what its clocks need. */
export const inboxItemSchema = z.extend(handoffSchema, {
  firstViewedAt: moment,
  /** When the sender should have answered. */
  clarificationDueAt: moment,
  pauses: z.prefault(z.array(pauseSchema), []),
  /** Whom it goes to when nobody decides: the manager named, else the recipient's own. */
  escalatesTo: z.prefault(z.nullable(personSchema), null),
  /** When it was given to whoever has it now; absent where it is still with its first recipient. */
  givenAt: z.optional(instantSchema),
  /** When the recipient last heard of a promise that the sender had not written down. */
  surprisedAt: z.optional(instantSchema),
  /** Who has cancelled it; absent where nobody has, or its own sender has taken it back. */
  endedBy: z.optional(personSchema),
  /** Who has declined it, when that was the last of it. */
  declinedBy: z.optional(personSchema),
  /** Whom some reasons of a decline go to: the manager named, else the sender's own; empty where that is hidden. */
  raisesTo: z.optional(z.string()),
  /** These reasons in words; empty where it was not declined for any. */
  raised: z.optional(z.string()),
  bypassed: z.prefault(z.boolean(), false),
  /** Whether a decision is so late that the manager has to know, or that somebody else should take it. */
  late: z.prefault(z.enum(['no', 'escalate', 'reassign']), 'no'),
  /** Who owns the deal; empty where it is not to be seen. */
  dealOwnerId: z.prefault(z.string(), ''),
  /** By when the customer is to hear from who has taken over; null once they have. */
  contactDueAt: moment,
  /** When the deal is to be owned by who has taken over; null once it is. */
  ownerDueAt: moment,
})
export type InboxItem = z.infer<typeof inboxItemSchema>
