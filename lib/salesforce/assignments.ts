import * as z from 'zod/mini'
import { idAt } from './record.ts'
import { rowsFor } from './rows-for.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'
import { soql } from './soql.ts'

const savedSchema = z.array(
  z.object({
    success: z.boolean(),
    errors: z.prefault(z.array(z.object({ statusCode: z.string(), message: z.string() })), []),
  }),
)

/** What became of the assignment to each user, in the order in which they were given. */
export interface Assigned {
  readonly userId: string
  /** Why the user has not got it; null when they have. */
  readonly problem: string | null
}

/**
 * Gives a permission set to users. Salesforce keeps one row for a user and a set: giving it again changes
 * nothing, so this needs no operation key.
 */
export async function assignPermissionSet(
  user: SignedIn,
  set: string,
  userIds: readonly string[],
): Promise<readonly Assigned[]> {
  const query = soql`SELECT Id FROM PermissionSet WHERE Name = ${set} LIMIT 1`
  const [row] = await rowsFor(user, query)
  if (!row) throw new SalesforceError('not-installed', set)
  const records = userIds.map((AssigneeId) => ({
    attributes: { type: 'PermissionSetAssignment' },
    AssigneeId,
    PermissionSetId: idAt(row, 'Id'),
  }))
  const body = { allOrNone: false, records }
  const answer = await user.connection.call({ method: 'POST', path: '/composite/sobjects', body })
  const saved = savedSchema.parse(answer)
  return userIds.map((userId, at) => ({ userId, problem: problemIn(saved[at]) }))
}

function problemIn(saved: z.infer<typeof savedSchema>[number] | undefined): string | null {
  if (!saved) return 'No answer.'
  const [error] = saved.errors
  return saved.success || error?.statusCode === 'DUPLICATE_VALUE' ? null : (error?.message ?? '')
}
