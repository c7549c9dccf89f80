import * as z from 'zod/mini'
import { personSchema, recordIdSchema } from '#lib/handoff/primitives.ts'
import { orTrouble } from './or-trouble.ts'

const foundUserSchema = z.extend(personSchema, {
  title: z.string(),
  email: z.string(),
  department: z.string(),
  /** Why this person is suggested, such as "account team". Empty for a plain hit. */
  why: z.string(),
})
export type FoundUser = z.infer<typeof foundUserSchema>

const opportunity = { opportunityId: recordIdSchema }

/** How a surface looks for colleagues. */
export const userRequests = {
  'users.search': {
    params: z.object({ ...opportunity, text: z.string() }),
    answer: orTrouble(z.array(foundUserSchema)),
  },
} as const
