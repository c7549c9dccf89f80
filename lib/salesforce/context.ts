import * as z from 'zod/mini'
import { dealSchema } from '#lib/handoff/deal.ts'
import { handoffSchema } from '#lib/handoff/handoff.ts'
import { optionSchema } from './describe.ts'
import { identitySchema } from './identity.ts'
import { peopleRightsSchema } from './people-rights.ts'

/** Everything about one opportunity that a handoff is written and read with. */
export const contextSchema = z.object({
  identity: identitySchema,
  deal: dealSchema,
  handoffs: z.array(handoffSchema),
  /** What was taken over in other deals of the account, the latest first. Absent in what an older version has kept. */
  chain: z.optional(z.array(handoffSchema)),
  /** Whether this user may create handoffs and edit the opportunity; `see` is false where only its handoff is shared. */
  may: z.object({ create: z.boolean(), edit: z.boolean(), see: z.optional(z.boolean()) }),
  /** Picklist choices by field path, from describe. */
  picklists: z.record(z.string(), z.array(optionSchema)),
  /** Field labels by path, in the user's language. */
  labels: z.record(z.string(), z.string()),
  /** The most characters a text field holds, by path. */
  lengths: z.record(z.string(), z.number()),
  /** Types of the deal's fields by path, as describe names them. Absent in what an older version has kept. */
  types: z.optional(z.record(z.string(), z.string())),
  /** Paths of fields of the opportunity that this user may not change. */
  locked: z.optional(z.array(z.string())),
  /** Which field holds which methodology letter in this org, as an admin has said. */
  mapping: z.optional(z.record(z.string(), z.union([z.string(), z.null()]))),
  /** What this user may do to the people of the deal. Absent in what an older version has kept. */
  people: z.optional(peopleRightsSchema),
  /** True when it comes from this computer and Salesforce was not asked. */
  cached: z.boolean(),
})
export type Context = z.infer<typeof contextSchema>
