import { idAt, isTrueAt, type SalesforceRecord, textAt } from './record.ts'
import { rowsFor } from './rows-for.ts'
import type { SignedIn } from './signed-in.ts'
import { containing, fields, fragment, soql } from './soql.ts'
import { withoutHidden } from './without-hidden.ts'

/** A user of the org who could take over. */
export interface FoundUser {
  readonly userId: string
  readonly name: string
  readonly title: string
  readonly email: string
  readonly department: string
}

/** Active colleagues whose name, mail address or title contains the text; the user themselves only when asked for. */
export async function searchUsers(
  user: SignedIn,
  text: string,
  isSelfToo = false,
): Promise<readonly FoundUser[]> {
  const like = containing(text.trim())
  const but = isSelfToo ? null : user.identity.userId
  return withoutHidden(userColumns, async (seen) => {
    const mail = seen.includes('Email') ? fragment` OR Email LIKE ${like}` : fragment``
    const title = seen.includes('Title') ? fragment` OR Title LIKE ${like}` : fragment``
    const query = soql`SELECT ${fields(seen)} FROM User
      WHERE IsActive = true AND UserType = 'Standard' AND Id != ${but}
      AND (Name LIKE ${like}${mail}${title}) ORDER BY Name ASC LIMIT 25`
    return (await rowsFor(user, query)).map((row) => readUser(row))
  })
}

/** The user's own manager and the manager's manager, as far as they are active. */
export async function managersOf(user: SignedIn): Promise<readonly FoundUser[]> {
  const above = ['Manager.', 'Manager.Manager.']
  const [row = {}] = await withoutHidden(userColumns, (seen) => {
    const columns = above.flatMap((who) => [...seen, 'IsActive'].map((one) => who + one))
    return rowsFor(
      user,
      soql`SELECT ${fields(columns)} FROM User WHERE Id = ${user.identity.userId}`,
    )
  })
  return above
    .filter((who) => isTrueAt(row, `${who}IsActive`))
    .map((who) => readUser(row, who))
    .filter(({ userId }) => userId !== '' && userId !== user.identity.userId)
}

/** What is read of a user. */
export const userColumns = ['Id', 'Name', 'Title', 'Email', 'Department']

/** A user of a row, or behind a lookup of it such as `User.`. */
export function readUser(record: SalesforceRecord, at = ''): FoundUser {
  return {
    userId: idAt(record, `${at}Id`),
    name: textAt(record, `${at}Name`),
    title: textAt(record, `${at}Title`),
    email: textAt(record, `${at}Email`),
    department: textAt(record, `${at}Department`),
  }
}
