import * as z from 'zod/mini'
import { statusSchema } from './handoff.ts'
import { daySchema, instantSchema, personSchema } from './primitives.ts'
import { severities } from './severity.ts'
import { unhandedSchema } from './unhanded.ts'

/** Somebody whose deals may have to be handed over. */
export const ownerSchema = z.extend(personSchema, {
  title: z.string(),
  /** Empty where there is none to be seen. */
  email: z.string(),
  /** Whether they can still be asked, and can send a handoff themselves. */
  isActive: z.boolean(),
})
export type Owner = z.infer<typeof ownerSchema>

/** A deal of somebody who leaves, with what says how urgently it has to be talked about. Null is what the reader may not see. */
export const bookDealSchema = z.extend(unhandedSchema, {
  accountId: z.string(),
  /** The amount in the currency that all deals are compared in; null where there is none. */
  worth: z.nullable(z.number()),
  /** The names of the contacts who have a role in the deal. */
  contacts: z.nullable(z.array(z.string())),
  /** How many characters describe it. */
  notes: z.nullable(z.number()),
  nextStep: z.nullable(z.string()),
  /** The day of what was last logged; empty where nothing ever was. */
  lastActivity: z.nullable(z.union([daySchema, z.literal('')])),
  /** When the contract with the account ends. */
  renewal: z.nullable(daySchema),
  /** The handoff of the deal that is under way. */
  handoff: z.nullable(z.object({ status: statusSchema, to: z.string() })),
})
export type BookDeal = z.infer<typeof bookDealSchema>

/** Another open deal of an account, which somebody else owns. */
export const besideSchema = z.object({
  accountId: z.string(),
  name: z.string(),
  ownerName: z.string(),
})
export type Beside = z.infer<typeof besideSchema>

/** What is compared, and can be hidden from the reader. */
export const bookFacts = ['amounts', 'contacts', 'notes', 'next steps', 'handoffs'] as const

/** All that somebody who leaves has to hand over. */
export const bookSchema = z.object({
  owner: ownerSchema,
  deals: z.array(bookDealSchema),
  beside: z.array(besideSchema),
  /** The currency in which deals are compared; empty where it is not told. */
  currency: z.string(),
  hidden: z.array(z.enum(bookFacts)),
  /** Whether there are more deals than are read. */
  isCut: z.boolean(),
  /** Whether the reader may make handoffs, as far as that is known. */
  mayBegin: z.boolean(),
  /** Where the org's pages are. */
  origin: z.string(),
  readAt: instantSchema,
})
export type Book = z.infer<typeof bookSchema>

/** A question that must be answered before a deal can be handed over, and that its record does not answer. */
export const blankSchema = z.object({
  key: z.string(),
  label: z.string(),
  help: z.string(),
  section: z.string(),
  severity: z.enum(severities),
})
export type Blank = z.infer<typeof blankSchema>
