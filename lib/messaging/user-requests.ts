import * as z from 'zod/mini'
import { instantSchema, personSchema, recordIdSchema } from '#lib/handoff/primitives.ts'
import { handoffKinds } from '#lib/handoff/template.ts'
import { orTrouble } from './or-trouble.ts'

const foundUserSchema = z.extend(personSchema, {
  title: z.string(),
  email: z.string(),
  department: z.string(),
  /** Why this person is suggested, such as "account team". Empty for a plain hit. */
  why: z.string(),
})
export type FoundUser = z.infer<typeof foundUserSchema>

const foundContactSchema = z.object({
  contactId: recordIdSchema,
  name: z.string(),
  title: z.string(),
  email: z.string(),
  phone: z.string(),
  accountName: z.string(),
})

const opportunity = { opportunityId: recordIdSchema }

/** How a surface looks for colleagues, and for people at the customer. */
export const userRequests = {
  'users.search': {
    params: z.object({
      ...opportunity,
      text: z.string(),
      /** Who is sought: somebody to take over a handoff of this kind, or a manager. Absent: anybody near the deal. */
      seeking: z.optional(z.enum([...handoffKinds, 'manager'])),
    }),
    answer: orTrouble(z.array(foundUserSchema)),
  },
  /** Whether somebody can open a deal or a handoff; null where Salesforce does not tell this user. */
  'users.access': {
    params: z.object({ recordId: recordIdSchema, userId: recordIdSchema }),
    answer: orTrouble(z.object({ mayRead: z.nullable(z.boolean()) })),
  },
  /** When some people are busy, as far as Salesforce shows it to this user, and where they are. */
  'users.calendars': {
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
            days: z.nullable(z.object({ first: z.string(), last: z.string() })),
          }),
        ),
        owners: z.array(z.object({ userId: z.string(), timeZone: z.string() })),
      }),
    ),
  },
  /** Contacts of the deal's account. */
  'users.contacts': {
    params: z.object({ ...opportunity, text: z.string() }),
    answer: orTrouble(z.array(foundContactSchema)),
  },
} as const
