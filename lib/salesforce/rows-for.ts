import { queryPart } from './context-parts.ts'
import { rowsOf, type SalesforceRecord } from './record.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'

/** The rows of one query, in a call of its own. Throws `SalesforceError`. */
export async function rowsFor(
  { connection }: Pick<SignedIn, 'connection'>,
  query: string,
): Promise<readonly SalesforceRecord[]> {
  const { path } = queryPart('rows', query)
  return rowsOf(await connection.call({ method: 'GET', path }))
}

/** The same; null where Salesforce refuses the query itself, as it does where the user may not ask. */
export async function rowsIfTold(
  user: Pick<SignedIn, 'connection'>,
  query: string,
): Promise<readonly SalesforceRecord[] | null> {
  try {
    return await rowsFor(user, query)
  } catch (error) {
    if (error instanceof SalesforceError && error.kind === 'rejected') return null
    throw error
  }
}
