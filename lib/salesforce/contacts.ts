import type { Shapes } from './describe.ts'
import { isVisible } from './handoff-record.ts'
import { idAt, type SalesforceRecord, textAt } from './record.ts'
import { rowsFor } from './rows-for.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { SignedIn } from './signed-in.ts'
import { containing, fields, type Fragment, fragment, soql } from './soql.ts'

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

/**
 * The contacts of the account whose name, title or mail address contains the text, all of them while it is empty; and
 * whoever else has just that name or address.
 */
export async function searchContacts(
  user: SignedIn,
  shapes: Shapes,
  { accountId, text }: ContactSearch,
): Promise<readonly FoundContact[]> {
  const seen = columnsSeen(shapes)
  const wanted = text.trim()
  const tells = isVisible(shapes['Contact'], 'AccountId')
  const theirs = ofAccount(accountId, tells)
  const there = fragment`${theirs} AND ${saying(wanted, seen)}`
  // Whose contacts these are is hidden: anybody's would be proposed.
  if (!tells && wanted === '') return []
  const condition = wanted === '' ? there : elsewhere(there, wanted, seen)
  return contactsWhere(user, shapes, condition).catch(async (error: unknown) => {
    if (!isEncrypted(error) || accountId === '' || !tells) throw error
    const all = await asked(user, shapes, fragment`${theirs} LIMIT 2000`)
    return byName(all.filter((contact) => says(contact, wanted))).slice(0, most)
  })
}

/** Shield encrypts fields that are then read, and neither looked through nor put in order. */
const isEncrypted = (error: unknown): boolean =>
  error instanceof SalesforceError &&
  /can not be (?:filtered|sorted)|invalid operator/.test(error.message)

const says = ({ name, title, email }: FoundContact, text: string) =>
  [name, title, email].some((part) => part.toLowerCase().includes(text.toLowerCase()))

const byName = (contacts: readonly FoundContact[]) =>
  contacts.toSorted((a, b) => a.name.localeCompare(b.name))

function elsewhere(there: Fragment, text: string, seen: readonly string[]) {
  const mail = seen.includes('Email') ? fragment` OR Email = ${text}` : fragment``
  return fragment`(${there}) OR Name = ${text}${mail}`
}

// A column that this user may not see would be refused, and the whole query with it.
const columnsSeen = ({ Contact: shape }: Shapes) =>
  columns.filter((name) => !shape || name in shape.fields)

/** As many are shown. */
const most = 25

/** The contacts for which a condition holds, by name. */
export async function contactsWhere(
  user: SignedIn,
  shapes: Shapes,
  condition: Fragment,
): Promise<readonly FoundContact[]> {
  return asked(user, shapes, fragment`${condition} ORDER BY Name ASC LIMIT ${most}`)
}

async function asked(user: SignedIn, shapes: Shapes, condition: Fragment) {
  // Nobody is found where contacts may not be seen at all.
  if (!isVisible(shapes['Contact'], 'LastName')) return []
  const hasAccount =
    isVisible(shapes['Contact'], 'AccountId') && isVisible(shapes['Account'], 'Name')
  const named = ['Id', 'Name', ...(hasAccount ? ['Account.Name'] : []), ...columnsSeen(shapes)]
  const query = soql`SELECT ${fields(named)} FROM Contact WHERE ${condition}`
  return (await rowsFor(user, query)).map(readContact)
}

const ofAccount = (accountId: string, tells: boolean) =>
  accountId === '' || !tells ? fragment`Id != null` : fragment`AccountId = ${accountId}`

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
