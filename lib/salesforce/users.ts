import { queryPart } from './context-parts.ts'
import { idAt, rowsOf, type SalesforceRecord, textAt } from './record.ts'
import type { SignedIn } from './signed-in.ts'
import { containing, soql } from './soql.ts'

/** A user of the org who could take over. */
export interface FoundUser {
  readonly userId: string
  readonly name: string
  readonly title: string
  readonly email: string
  readonly department: string
}

/** Active colleagues whose name, mail address or title contains the text; never the user themselves. */
export async function searchUsers(user: SignedIn, text: string): Promise<readonly FoundUser[]> {
  const like = containing(text.trim())
  const { userId } = user.identity
  return found(
    user,
    soql`SELECT Id, Name, Title, Email, Department FROM User
      WHERE IsActive = true AND UserType = 'Standard' AND Id != ${userId}
      AND (Name LIKE ${like} OR Email LIKE ${like} OR Title LIKE ${like})
      ORDER BY Name ASC LIMIT 25`,
  )
}

/** The active ones of these users; never the user themselves. */
export async function activeUsers(
  user: SignedIn,
  ids: readonly string[],
): Promise<readonly FoundUser[]> {
  if (ids.length === 0) return []
  const { userId } = user.identity
  return found(
    user,
    soql`SELECT Id, Name, Title, Email, Department FROM User
      WHERE IsActive = true AND Id IN ${ids} AND Id != ${userId} ORDER BY Name ASC LIMIT 25`,
  )
}

async function found({ connection }: SignedIn, query: string): Promise<readonly FoundUser[]> {
  const { path } = queryPart('users', query)
  return rowsOf(await connection.call({ method: 'GET', path })).map(readUser)
}

function readUser(record: SalesforceRecord): FoundUser {
  return {
    userId: idAt(record, 'Id'),
    name: textAt(record, 'Name'),
    title: textAt(record, 'Title'),
    email: textAt(record, 'Email'),
    department: textAt(record, 'Department'),
  }
}
