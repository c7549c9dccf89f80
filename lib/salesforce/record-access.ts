import { isTrueAt } from './record.ts'
import { rowsIfTold } from './rows-for.ts'
import type { SignedIn } from './signed-in.ts'
import { soql } from './soql.ts'

/** Whose access to which record is asked for. */
export interface AccessRequest {
  readonly userId: string
  readonly recordId: string
}

/** Whether somebody can open a record; null where this user is not told. Throws `SalesforceError`. */
export async function readAccess(
  user: SignedIn,
  { userId, recordId }: AccessRequest,
): Promise<boolean | null> {
  const rows = await rowsIfTold(
    user,
    soql`SELECT RecordId, HasReadAccess FROM UserRecordAccess
      WHERE UserId = ${userId} AND RecordId = ${recordId}`,
  )
  const row = rows?.[0]
  return row === undefined ? null : isTrueAt(row, 'HasReadAccess')
}
