import { queryPart } from './context-parts.ts'
import type { Shapes } from './describe.ts'
import { idAt, rowsOf, type SalesforceRecord, textAt } from './record.ts'
import type { SignedIn } from './signed-in.ts'
import { containing, fields, fragment, soql } from './soql.ts'

/** A contact who could play a part in the deal. */
export interface FoundContact {
  readonly contactId: string
  readonly name: string
  readonly title: string
  readonly email: string
  readonly phone: string
  readonly accountName: string
}

/** What is looked for: contacts of the account, or everybody's where the deal has no account. */
export interface ContactSearch {
  readonly accountId: string
  readonly text: string
}

const columns = ['Title', 'Email', 'Phone']

/** The contacts whose name, title or mail address contains the text; all of the account while it is empty. */
export async function searchContacts(
  { connection }: SignedIn,
  shapes: Shapes,
  { accountId, text }: ContactSearch,
): Promise<readonly FoundContact[]> {
  const shape = shapes['Contact']
  // A column that this user may not see would be refused, and the whole query with it.
  const seen = columns.filter((name) => !shape || name in shape.fields)
  const query = soql`SELECT ${fields(['Id', 'Name', 'Account.Name', ...seen])} FROM Contact
    WHERE ${ofAccount(accountId)} AND ${saying(text.trim(), seen)} ORDER BY Name ASC LIMIT 25`
  const { path } = queryPart('contacts', query)
  return rowsOf(await connection.call({ method: 'GET', path })).map(readContact)
}

const ofAccount = (accountId: string) =>
  accountId === '' ? fragment`Id != null` : fragment`AccountId = ${accountId}`

function saying(text: string, seen: readonly string[]) {
  if (text === '') return fragment`Id != null`
  const like = containing(text)
  const title = seen.includes('Title') ? fragment` OR Title LIKE ${like}` : fragment``
  const mail = seen.includes('Email') ? fragment` OR Email LIKE ${like}` : fragment``
  return fragment`(Name LIKE ${like}${title}${mail})`
}

function readContact(record: SalesforceRecord): FoundContact {
  return {
    contactId: idAt(record, 'Id'),
    name: textAt(record, 'Name'),
    title: textAt(record, 'Title'),
    email: textAt(record, 'Email'),
    phone: textAt(record, 'Phone'),
    accountName: textAt(record, 'Account.Name'),
  }
}
