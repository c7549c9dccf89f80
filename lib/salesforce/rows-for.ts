import { queryPart } from './context-parts.ts'
import { rowsSchema, type SalesforceRecord } from './record.ts'
import { answeredByOthers, SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'

/** The rows of one query, in a call of its own. Throws `SalesforceError`. */
export async function rowsFor(
  { connection }: Pick<SignedIn, 'connection'>,
  query: string,
): Promise<readonly SalesforceRecord[]> {
  const { path } = queryPart('rows', query)
  return answeredRows(await connection.call({ method: 'GET', path }))
}

/** The rows of the answer to a query. What is no answer to one is not taken for an answer without rows. */
export function answeredRows(answer: unknown): readonly SalesforceRecord[] {
  const rows = rowsSchema.safeParse(answer)
  if (!rows.success) throw answeredByOthers()
  return rows.data.records
}

/** The rows of a query; null where Salesforce refuses the query itself, as it does where the user may not ask. */
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
