import { isTrueAt } from './record.ts'
import { rowsIfTold } from './rows-for.ts'
import type { SignedIn } from './signed-in.ts'
import { field, soql } from './soql.ts'

/** Whose access to which record is asked for. */
export interface AccessRequest {
  readonly userId: string
  readonly recordId: string
}

/** What somebody may do with a record. */
type Right = 'HasReadAccess' | 'HasEditAccess'

/** Whether somebody can open a record, or do more with it; null where this user is not told. Throws `SalesforceError`. */
export async function readAccess(
  user: SignedIn,
  { userId, recordId }: AccessRequest,
  right: Right = 'HasReadAccess',
): Promise<boolean | null> {
  const rows = await rowsIfTold(
    user,
    soql`SELECT RecordId, ${field(right)} FROM UserRecordAccess
      WHERE UserId = ${userId} AND RecordId = ${recordId}`,
  )
  const row = rows?.[0]
  return row === undefined ? null : isTrueAt(row, right)
}
