import * as z from 'zod/mini'

/** A calendar day, `YYYY-MM-DD`. */
export const daySchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))

/** An instant in UTC, ISO 8601. */
export const instantSchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/))

/** A Salesforce record id, always 18 characters after the border. */
export const recordIdSchema = z.string().check(z.regex(/^[a-zA-Z0-9]{18}$/))

/** A key that templates and answers use: lower case words joined by dots, such as `people.sponsor`. */
export const questionKeySchema = z
  .string()
  .check(z.regex(/^[a-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*$/))

/** A field as Salesforce names it with its object in front: `Opportunity.NextStep`, `Account.Owner.Name`. */
export const fieldPathSchema = z.string().check(z.regex(/^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/))

/** What one Salesforce field may hold. */
export const fieldValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])
export type FieldValue = z.infer<typeof fieldValueSchema>

/** A user of the org. */
export const personSchema = z.object({ userId: recordIdSchema, name: z.string() })
export type Person = z.infer<typeof personSchema>
