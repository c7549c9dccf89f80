import * as z from 'zod/mini'
import { daySchema, instantSchema, personSchema } from './primitives.ts'

/** A member of the deal's team. */
export const memberSchema = z.object({
  userId: z.string(),
  name: z.string(),
  /** Empty without one. */
  role: z.string(),
  /** Such as `Read` or `Edit`; empty when it is not known. */
  access: z.string(),
  /** Who has left cannot be put back on a team. */
  isActive: z.boolean(),
})
export type Member = z.infer<typeof memberSchema>

/** Somebody, or a group, with whom the deal was shared by hand. */
export const grantSchema = z.object({
  holderId: z.string(),
  name: z.string(),
  access: z.string(),
})
export type Grant = z.infer<typeof grantSchema>

/** An open task, or an event that is still to come. */
export const openActivitySchema = z.object({
  object: z.enum(['Task', 'Event']),
  id: z.string(),
  subject: z.string(),
  day: z.nullable(daySchema),
})
export type OpenActivity = z.infer<typeof openActivitySchema>

/** A part of the deal's credit. */
export const creditSchema = z.object({ name: z.string(), kind: z.string(), percent: z.number() })
export type Credit = z.infer<typeof creditSchema>

/** What a change of owner left otherwise than planned: a sentence, or somebody's part of the credit, which was another. */
export const differenceSchema = z.union([
  z.string(),
  z.object({ ...creditSchema.shape, before: z.number() }),
])
export type Difference = z.infer<typeof differenceSchema>

/** Whether this user could change team and shares of a deal that the new owner owns. */
const reachSchema = z.enum(['yes', 'no', 'unknown'])

/** What a change of owner meets, as Salesforce had it a moment ago. */
export const transferFactsSchema = z.object({
  owner: personSchema,
  ownerIsActive: z.boolean(),
  /** Who would own it, and whether they still work here. */
  to: personSchema,
  toIsActive: z.boolean(),
  /** Whether the user who asks may give the deal to somebody else. */
  mayTransfer: z.boolean(),
  reachAfter: reachSchema,
  /** What everybody may do with a deal, such as `None`, `Read` or `Edit`; empty when it is not known. */
  everybody: z.string(),
  /** How a member's access is written; `absent` in an org without teams. */
  teamAccess: z.enum(['on-create', 'afterwards', 'absent']),
  team: z.array(memberSchema),
  grants: z.array(grantSchema),
  /** Those of the present owner. */
  activities: z.array(openActivitySchema),
  /** Whether this user may give them to somebody else. */
  mayMoveActivities: z.boolean(),
  /** Open activities of others, which nobody touches. */
  othersActivities: z.number(),
  credits: z.array(creditSchema),
  /** Fields of activities that this user does not see, such as `Subject`. */
  hidden: z.optional(z.array(z.string())),
  contactRoles: z.number(),
  /** Null in an org without account teams. */
  accountTeam: z.nullable(z.number()),
  /** How often it was changed already, as the handoff in Salesforce tells. */
  changes: z.number(),
})
export type TransferFacts = z.infer<typeof transferFactsSchema>

/** Who is on the team of a deal or has it by hand. */
const placesSchema = z.object({ team: z.array(memberSchema), grants: z.array(grantSchema) })
export type Places = z.infer<typeof placesSchema>

/** The deal as it was before its owner changed: kept with the handoff, so that the change can be undone. */
export const transferSnapshotSchema = z.object({
  v: z.literal(1),
  /** How often the owner was changed or changed back: the next change is one more. */
  count: z.number(),
  at: instantSchema,
  by: personSchema,
  reason: z.string(),
  from: personSchema,
  to: personSchema,
  ...placesSchema.shape,
  moved: z.array(openActivitySchema),
  credits: z.array(creditSchema),
  /** What only the new owner, or somebody above, can still put back. */
  waits: placesSchema,
  undone: z.nullable(z.object({ at: instantSchema, by: personSchema })),
})
export type TransferSnapshot = z.infer<typeof transferSnapshotSchema>

/** What a change of owner writes, in this order: activities, owner, team and shares. */
export const transferWriteSchema = z.object({
  /** The owner at whom it is measured: with another, nothing happens. */
  from: personSchema,
  /** The new owner; null when only team and shares are put back. */
  to: z.nullable(personSchema),
  moves: z.array(openActivitySchema),
  teamAccess: transferFactsSchema.shape.teamAccess,
  ...placesSchema.shape,
})
export type TransferWrite = z.infer<typeof transferWriteSchema>

/** Whether something of it is still to be put back. */
export function hasPlaces({ team, grants }: Places): boolean {
  return team.length > 0 || grants.length > 0
}
