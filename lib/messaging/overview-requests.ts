import * as z from 'zod/mini'
import {
  overviewEventSchema,
  overviewItemSchema,
  stageEntrySchema,
} from '#lib/handoff/overview-item.ts'
import { instantSchema } from '#lib/handoff/primitives.ts'
import { identitySchema } from '#lib/salesforce/identity.ts'
import { orTrouble } from './or-trouble.ts'

export const overviewSchema = z.object({
  identity: identitySchema,
  items: z.array(overviewItemSchema),
  events: z.array(overviewEventSchema),
  /** The stages that the deals of these handoffs went through. */
  stages: z.prefault(z.array(stageEntrySchema), []),
  mayLookAtAll: z.boolean(),
  isCut: z.boolean(),
  readAt: instantSchema,
})
export type Overview = z.infer<typeof overviewSchema>

/** What a surface may ask about the handoffs that a manager answers for. */
export const overviewRequests = {
  /** `days` back from now; `fresh` asks Salesforce, else the answer is what this computer last read, or null. */
  'overview.read': {
    params: z.object({
      fresh: z.boolean(),
      scope: z.enum(['team', 'all']),
      days: z.number().check(z.int(), z.gte(1), z.lte(800)),
    }),
    answer: orTrouble(z.nullable(overviewSchema)),
  },
} as const
