import * as z from 'zod/mini'
import { instantSchema } from '#lib/handoff/primitives.ts'
import { unhandedSchema } from '#lib/handoff/unhanded.ts'
import { orTrouble } from './or-trouble.ts'

export const ownDealsSchema = z.object({
  /** The most urgent first. */
  deals: z.array(unhandedSchema),
  /** When Salesforce last said so; null when it never did. */
  readAt: z.nullable(instantSchema),
})
export type OwnDeals = z.infer<typeof ownDealsSchema>

/** What a surface may ask about the user's deals. */
export const dealsRequests = {
  /** The user's own deals without a handoff; `fresh` asks Salesforce, unless it was asked a moment ago. */
  'deals.read': { params: z.object({ fresh: z.boolean() }), answer: orTrouble(ownDealsSchema) },
} as const
