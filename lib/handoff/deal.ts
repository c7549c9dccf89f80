import * as z from 'zod/mini'
import { fieldValueSchema, instantSchema, personSchema, recordIdSchema } from './primitives.ts'

/** A contact's part in the deal. */
const contactRoleSchema = z.object({
  id: z.string(),
  contactId: z.string(),
  name: z.string(),
  title: z.string(),
  email: z.string(),
  phone: z.string(),
  role: z.string(),
  isPrimary: z.boolean(),
})
export type ContactRole = z.infer<typeof contactRoleSchema>

/** One thing that happened on the deal. */
const activitySchema = z.object({
  id: z.string(),
  kind: z.enum(['call', 'meeting', 'email', 'note', 'task', 'stage', 'owner']),
  subject: z.string(),
  text: z.string(),
  at: z.string(),
  who: z.string(),
  isOpen: z.boolean(),
})
export type Activity = z.infer<typeof activitySchema>

/** A case of the account that is not closed. */
const openCaseSchema = z.object({
  id: z.string(),
  number: z.string(),
  subject: z.string(),
  status: z.string(),
  priority: z.string(),
})
export type OpenCase = z.infer<typeof openCaseSchema>

/** What Salesforce holds about the deal at `readAt`, in the domain's words. */
export const dealSchema = z.object({
  opportunityId: recordIdSchema,
  name: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  owner: personSchema,
  currency: z.string(),
  /** Where whoever read it is, by their settings in Salesforce. Absent in what an older version has kept. */
  timeZone: z.optional(z.string()),
  /** Raw values by path, such as `Opportunity.StageName`, `Account.Industry`, `Contract.EndDate`. A path that is absent is not readable for this user. */
  fields: z.record(z.string(), fieldValueSchema),
  /** Paths of the fields that hold amounts of money. Absent in what an older version has kept. */
  money: z.optional(z.array(z.string())),
  contactRoles: z.array(contactRoleSchema),
  products: z.array(
    z.object({ id: z.string(), name: z.string(), quantity: z.number(), totalPrice: z.number() }),
  ),
  team: z.array(z.object({ userId: z.string(), name: z.string(), role: z.string() })),
  competitors: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Absent in what an older version has kept. */
  cases: z.optional(z.array(openCaseSchema)),
  activities: z.array(activitySchema),
  lastModifiedAt: instantSchema,
  lastModifiedBy: z.string(),
  readAt: instantSchema,
  /** Whoever read it may see its handoff only: what is on the deal, and what is not, is not known. */
  hidden: z.optional(z.boolean()),
})
export type Deal = z.infer<typeof dealSchema>
