import * as z from 'zod/mini'
import { instantSchema } from '#lib/handoff/primitives.ts'
import { orTrouble } from './or-trouble.ts'

const day = z.string()

/** What a meeting is arranged with. */
export const meetingRequests = {
  /** When some people are busy, as far as Salesforce shows it to this user, and where they are. */
  'meeting.calendars': {
    params: z.object({
      userIds: z.array(z.string()).check(z.minLength(1), z.maxLength(10)),
      from: instantSchema,
      to: instantSchema,
    }),
    answer: orTrouble(
      z.object({
        engagements: z.array(
          z.object({
            userId: z.string(),
            from: instantSchema,
            to: instantSchema,
            days: z.nullable(z.object({ first: day, last: day })),
          }),
        ),
        owners: z.array(z.object({ userId: z.string(), timeZone: z.string(), email: z.string() })),
      }),
    ),
  },
} as const
