import type { Owner } from '#lib/handoff/book.ts'
import { hasManagerSet } from './manages.ts'
import { isFalseAt, type SalesforceRecord } from './record.ts'
import { rowsFor } from './rows-for.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'
import { fields, fragment, soql } from './soql.ts'
import { readUser } from './users.ts'
import { withoutHidden } from './without-hidden.ts'

/** Whose owners: those who report to the user, or all whose deals the user may read. */
export type OwnersScope = 'team' | 'all'

/** Who may have something to hand over, for a manager to choose from. */
export interface Owners {
  /** Null where it is hidden who reports to whom. */
  readonly owners: readonly Owner[] | null
  /** Whether an admin has made the user a manager, who may look at all they may read. */
  readonly mayLookAtAll: boolean
}

/** As many people as a list to choose from holds. */
const most = 500

/** Nothing tells when somebody was deactivated; nobody changes them much afterwards. In days. */
const lately = 180

/** The people who report to the user, or all who own open deals: those who are active, and those who have left lately. */
export async function readOwners(user: SignedIn, scope: OwnersScope): Promise<Owners> {
  const [rows, mayLookAtAll] = await Promise.all([
    withoutHidden(['IsActive', 'Title', 'Email'], (seen) => asked(user, scope, seen)).catch(
      ifRefused,
    ),
    hasManagerSet(user),
  ])
  return { owners: rows?.map(readOwner) ?? null, mayLookAtAll }
}

/** What the user may not ask is not told. */
function ifRefused(error: unknown): null {
  if (error instanceof SalesforceError && error.kind === 'rejected') return null
  throw error
}

function asked(user: SignedIn, scope: OwnersScope, seen: readonly string[]) {
  const { userId } = user.identity
  const active = seen.includes('IsActive') ? recently : fragment``
  const whose =
    scope === 'all'
      ? fragment`Id IN (SELECT OwnerId FROM Opportunity WHERE IsClosed = false)`
      : fragment`ManagerId = ${userId}${active}`
  return rowsFor(
    user,
    soql`SELECT ${fields(['Id', 'Name', ...seen])} FROM User
      WHERE UserType = 'Standard' AND Id != ${userId} AND ${whose} ORDER BY Name ASC LIMIT ${most}`,
  )
}

const recently = fragment` AND (IsActive = true OR LastModifiedDate >= ${fragment`LAST_N_DAYS:${lately}`})`

/** A user who may have something to hand over. */
export function readOwner(row: SalesforceRecord): Owner {
  const { userId, name, title, email } = readUser(row)
  return { userId, name, title, email, isActive: !isFalseAt(row, 'IsActive') }
}
