import * as z from 'zod/mini'
import { daySchema, instantSchema, personSchema } from '#lib/handoff/primitives.ts'
import { phaseSchema } from '#lib/handoff/transition.ts'
import { orTrouble } from './or-trouble.ts'
import { outboxItemSchema } from './outbox-item.ts'

const handoffId = { handoffId: z.string() }
const answer = orTrouble(outboxItemSchema)

/** What both sides do between accepting a handoff and completing it. */
export const transitionRequests = {
  /** Sets who speaks to the customer from when until when. */
  'transition.phases': {
    params: z.object({
      ...handoffId,
      phases: z.array(phaseSchema),
      /** The days that the user had in front of them; absent where that is not known. */
      before: z.optional(z.array(phaseSchema)),
    }),
    answer,
  },
  /** Sets the day on which ownership shifts; what hangs on it follows. */
  'transition.effective': { params: z.object({ ...handoffId, day: daySchema }), answer },
  /** Lets the days follow the dates of the deal. */
  'transition.rearrange': { params: z.object(handoffId), answer },
  'transition.milestone': {
    params: z.object({
      ...handoffId,
      change: z.object({
        key: z.string(),
        status: z.enum(['open', 'done', 'skipped']),
        note: z.string(),
        day: z.optional(daySchema),
        /** The day that the user had in front of them; absent where that is not known. */
        before: z.optional(z.nullable(daySchema)),
      }),
    }),
    answer,
  },
  /** When the new owner first spoke to the customer. */
  'transition.contact': {
    params: z.object({ ...handoffId, at: instantSchema, note: z.string() }),
    answer,
  },
  /** Puts a meeting into the calendars; its step has its day then. */
  'transition.meet': {
    params: z.object({
      ...handoffId,
      milestone: z.string(),
      meeting: z.object({
        subject: z.string(),
        description: z.string(),
        location: z.string(),
        start: instantSchema,
        end: instantSchema,
        colleagues: z.array(personSchema).check(z.maxLength(5)),
        contactIds: z.array(z.string()).check(z.maxLength(8)),
      }),
    }),
    answer,
  },
  /** Why no further meeting is needed; no words take it back. */
  'transition.no-meeting': { params: z.object({ ...handoffId, words: z.string() }), answer },
} as const
