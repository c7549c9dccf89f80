import { roleOf, withNewRole } from './contact-roles.ts'
import type { ContactRole } from './deal.ts'
import type { Row } from './rows.ts'

type Person = Row<'people'>

const isPerson = (row: Row): row is Person => 'finalSay' in row

/** Whoever is named like a contact of the deal is that contact; nobody else keeps what was known of them. */
function named(person: Person, roles: readonly ContactRole[]): Person {
  const { contactId, name } = person
  const known = roleOf({ contactId: '', name }, roles)
  if (!known) return contactId === '' ? person : { ...person, contactId: '', newRole: '' }
  return {
    ...person,
    contactId: known.contactId,
    title: person.title || known.title,
    role: person.role || known.role,
  }
}

/** A row of people after one of its cells was changed: tied to the contact of that name, with the role to be written. */
export function linked(row: Row, changed: string, roles: readonly ContactRole[]): Row {
  if (!isPerson(row)) return row
  if (changed === 'name') return named(row, roles)
  return changed === 'role' ? withNewRole(row, roles) : row
}

/** The rows with one final say: whoever is given it last takes it from the others. */
export function withOneFinalSay(rows: readonly Row[], changed: Row): readonly Row[] {
  if (!isPerson(changed) || !changed.finalSay) return rows
  return rows.map((row) =>
    isPerson(row) && row.finalSay && row.id !== changed.id
      ? Object.assign({}, row, { finalSay: false })
      : row,
  )
}
