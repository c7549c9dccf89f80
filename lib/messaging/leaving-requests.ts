import * as z from 'zod/mini'
import { blankSchema, bookSchema, ownerSchema } from '#lib/handoff/book.ts'
import { recordIdSchema } from '#lib/handoff/primitives.ts'
import { orTrouble } from './or-trouble.ts'

/** What a manager may ask when somebody leaves. */
export const leavingRequests = {
  /** Who may have something to hand over: those who report to the user, or all who own open deals. Null where that is hidden. */
  'leaving.people': {
    params: z.object({ scope: z.enum(['team', 'all']) }),
    answer: orTrouble(
      z.object({ owners: z.nullable(z.array(ownerSchema)), mayLookAtAll: z.boolean() }),
    ),
  },
  /** Their deals; `fresh` asks Salesforce, else the answer is what this computer last read, or null. */
  'leaving.book': {
    params: z.object({ ownerId: recordIdSchema, fresh: z.boolean() }),
    answer: orTrouble(z.nullable(bookSchema)),
  },
  /** What the record of a deal leaves open of what its handoff would have to answer. Nothing of it is kept. */
  'leaving.blanks': {
    params: z.object({ opportunityId: recordIdSchema }),
    answer: orTrouble(z.array(blankSchema)),
  },
} as const
