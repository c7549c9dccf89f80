import * as z from 'zod/mini'
import { composite, type Replies } from './composite.ts'
import { queryPart } from './context-parts.ts'
import { describeParts, shapesIn } from './describe-parts.ts'
import { shapeSchema } from './describe.ts'
import { identitySchema } from './identity.ts'
import { absence, ownShape } from './installation.ts'
import type { Names } from './names.ts'
import { permissionSets, setsPart } from './permission-sets.ts'
import { rowsOf, textAt } from './record.ts'
import type { SignedIn } from './signed-in.ts'
import { soql } from './soql.ts'

/** What an org offers this user, as far as Segue depends on it. */
export const orgFactsSchema = z.object({
  identity: identitySchema,
  version: z.string(),
  /** By object; an object that is absent or hidden is missing. */
  shapes: z.record(z.string(), shapeSchema),
  /** Our permission sets in the org; null when they may not be read. */
  deployedSets: z.nullable(z.array(z.string())),
  /** Those that this user has; null when that may not be read. */
  assignedSets: z.nullable(z.array(z.string())),
  /** The namespace under which the package is, when it is not where it was looked for; null otherwise. */
  elsewhere: z.nullable(z.string()),
})
export type OrgFacts = z.infer<typeof orgFactsSchema>

/** The standard objects that Segue uses where they are. */
const standard = [
  'Opportunity',
  'Account',
  'OpportunityContactRole',
  'OpportunityTeamMember',
  'OpportunityFieldHistory',
  'FeedItem',
  'Task',
] as const

/** Reads all of it in one call. */
export async function readOrgFacts(user: SignedIn, names: Names): Promise<OrgFacts> {
  const { identity, version, connection } = user
  const own = [names.handoff, names.event, names.comment, names.commitment]
  const objects = [...standard, ...own.map(({ object }) => object)]
  const assigned = soql`SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId = ${identity.userId} AND PermissionSet.Name IN ${permissionSets}`
  const parts = [...describeParts(objects, []), setsPart, queryPart('mine', assigned)]
  const replies = await composite(connection, parts, { allOrNone: false, version })
  const shapes = shapesIn(objects, replies)
  return {
    identity,
    version,
    shapes,
    deployedSets: namesFrom(replies, setsPart.id, 'Name'),
    assignedSets: namesFrom(replies, 'mine', 'PermissionSet.Name'),
    elsewhere: ownShape(shapes, names) ? null : (absence(names, replies).namespace ?? null),
  }
}

function namesFrom(replies: Replies, id: string, path: string): string[] | null {
  const reply = replies.get(id)
  if (!reply || reply.error) return null
  return rowsOf(reply.body).map((row) => textAt(row, path))
}
