import * as z from 'zod/mini'
import { personSchema } from '#lib/handoff/primitives.ts'
import { orTrouble } from './or-trouble.ts'
import { outboxItemSchema } from './outbox-item.ts'

const handoffId = { handoffId: z.string() }
const reason = { reason: z.string() }
const answer = orTrouble(outboxItemSchema)

/** Moves that a manager makes for somebody who is away, or a sender for their own handoff. The log says who did it, and as what. */
export const managerRequests = {
  /** Gives an undecided handoff to somebody else to decide. */
  'handoff.reassign': { params: z.object({ ...handoffId, to: personSchema, ...reason }), answer },
  /** Ends it, whoever sent it. */
  'handoff.cancel': { params: z.object({ ...handoffId, ...reason }), answer },
  /** Ends a transition, for a recipient who is away. */
  'handoff.complete': { params: z.object({ ...handoffId, ...reason }), answer },
} as const
