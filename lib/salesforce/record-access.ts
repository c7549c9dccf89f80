import { queryPart } from './context-parts.ts'
import { isTrueAt, rowsOf } from './record.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'
import { soql } from './soql.ts'

/** Whose access to which record is asked for. */
export interface AccessRequest {
  readonly userId: string
  readonly recordId: string
}

/** Whether somebody can open a record; null where this user is not told. */
export async function readAccess(
  { connection }: SignedIn,
  { userId, recordId }: AccessRequest,
): Promise<boolean | null> {
  const { path } = queryPart(
    'access',
    soql`SELECT RecordId, HasReadAccess FROM UserRecordAccess
      WHERE UserId = ${userId} AND RecordId = ${recordId}`,
  )
  try {
    const [row] = rowsOf(await connection.call({ method: 'GET', path }))
    return row === undefined ? null : isTrueAt(row, 'HasReadAccess')
  } catch (error) {
    if (error instanceof SalesforceError && error.kind === 'rejected') return null
    throw error
  }
}
