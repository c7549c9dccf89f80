import * as z from 'zod/mini'
import { differenceSchema, transferFactsSchema } from '#lib/handoff/transfer.ts'
import { orTrouble } from './or-trouble.ts'
import { outboxItemSchema } from './outbox-item.ts'

const handoffId = { handoffId: z.string() }
/** Whether team and shares are put back in the same step, or by the new owner afterwards. */
const team = { team: z.enum(['now', 'new-owner']) }
/** Why somebody does it in another's place; empty when it is their own. */
const reason = { reason: z.string() }
const answer = orTrouble(outboxItemSchema)

/** Changing the owner of a handed over deal: looking first, doing it, putting back what waits, and undoing it. */
export const transferRequests = {
  /** What the change would meet: one call, which changes nothing. */
  'transfer.look': {
    params: z.object({ ...handoffId, aim: z.enum(['transfer', 'undo', 'put-back']) }),
    answer: orTrouble(transferFactsSchema),
  },
  'transfer.do': {
    params: z.object({
      ...handoffId,
      /** The owner as the user saw it. */
      fromId: z.string(),
      /** What the old owner may do with the deal from then on. */
      place: z.enum(['Edit', 'Read', 'none']),
      takesActivities: z.boolean(),
      ...team,
      ...reason,
    }),
    answer,
  },
  'transfer.put-back': { params: z.object({ ...handoffId, ...reason }), answer },
  'transfer.undo': { params: z.object({ ...handoffId, ...team, ...reason }), answer },
  /** What the last change of owner left otherwise than planned; null when it could not be read back. */
  'transfer.outcome': {
    params: z.object(handoffId),
    answer: z.nullable(z.array(differenceSchema)),
  },
} as const
