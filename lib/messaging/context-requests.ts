import * as z from 'zod/mini'
import { recordIdSchema } from '#lib/handoff/primitives.ts'
import { contextSchema } from '#lib/salesforce/context.ts'
import { identitySchema } from '#lib/salesforce/identity.ts'
import { offeredSchema } from '#lib/salesforce/offered-values.ts'
import { orTrouble } from './or-trouble.ts'

const opportunity = { opportunityId: recordIdSchema }

/** What a surface may ask about the opportunity and the user. */
export const contextRequests = {
  'identity.read': { params: z.object({}), answer: orTrouble(identitySchema) },
  /**
   * The context from this computer at once (`fresh: false`), or from Salesforce in one call. Null: nothing cached.
   * A surface that opens (`opening`) is never given what was read a moment before.
   */
  'context.read': {
    params: z.object({
      ...opportunity,
      fresh: z.boolean(),
      opening: z.exactOptional(z.boolean()),
    }),
    answer: orTrouble(z.nullable(contextSchema)),
  },
  /** What picklists offer for records of a type, by field. */
  'context.offered': {
    params: z.object({
      object: z.string().check(z.regex(/^\w+$/)),
      recordTypeId: recordIdSchema,
    }),
    answer: orTrouble(offeredSchema),
  },
} as const
