import * as z from 'zod/mini'
import { historyPageSchema } from '#lib/handoff/history.ts'
import { recordIdSchema } from '#lib/handoff/primitives.ts'
import { orTrouble } from './or-trouble.ts'

/** What a surface may ask about a deal's history. */
export const historyRequests = {
  /** A page of the timeline, newest first. `fresh: false` takes what was read a short while ago, or when Salesforce cannot be reached. */
  'history.read': {
    params: z.object({
      opportunityId: recordIdSchema,
      page: z.number().check(z.int(), z.minimum(0), z.maximum(10)),
      fresh: z.boolean(),
    }),
    answer: orTrouble(historyPageSchema),
  },
  /** The whole text of a mail, note, call or meeting, never as HTML. */
  'history.text': {
    params: z.object({
      object: z.enum(['Task', 'Event', 'EmailMessage', 'Note', 'ContentNote']),
      id: recordIdSchema,
    }),
    answer: orTrouble(z.object({ text: z.string(), isWhole: z.boolean() })),
  },
} as const
