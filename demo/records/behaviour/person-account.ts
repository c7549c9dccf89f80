import { contactOf, namesOf } from '../../org/person-accounts.ts'
import { fieldOf } from '../../schema/schema.ts'
import { refuse } from '../refusal.ts'
import { textOf } from '../text.ts'
import { changes, type Change } from '../writer.ts'
import type { Behaviour } from './behaviour.ts'

/** An account with a last name is a person, and its contact is the other side of it. */
export const personAccount: Behaviour = {
  prepare: (change) => {
    const { writer, before, after } = change
    if (!isPerson(change)) return after
    const id = before?.['PersonContactId'] ?? writer.state.store.nextId('Contact', '003')
    return { ...after, ...namesOf(after), IsPersonAccount: true, PersonContactId: id }
  },
  // As reported in forcedotcom/SFDX-Data-Move-Utility #6.
  check: (change) => {
    if (!isPerson(change) || !change.given.has('Name')) return
    const message =
      'Unable to create/update fields: Name. Please check the security settings of this field and verify that it is read/write for your profile or permission set.'
    throw refuse('INVALID_FIELD_FOR_INSERT_UPDATE', message, ['Name'])
  },
  settle: (change) => {
    const { writer, before, after } = change
    if (after['IsPersonAccount'] !== true) return
    if (before) writer.derive.update('Contact', contactOf(after))
    else writer.derive.insert('Contact', contactOf(after))
  },
  remove: (writer, row) => {
    const contact = writer.state.store.table('Contact').get(textOf(row['PersonContactId'] ?? ''))
    if (contact) writer.derive.remove('Contact', contact)
  },
}

/** The contact of a person is changed as its account, and is the only one of it. */
export const personContact: Behaviour = {
  check: (change) => {
    const { writer, before, after } = change
    if (before?.['IsPersonAccount'] === true) {
      // As reported in SFDO-Community/declarative-lookup-rollup-summaries #544.
      throw refuse('INVALID_PERSON_ACCOUNT_OPERATION', 'cannot reference person contact')
    }
    if (!changes(change, 'AccountId') || after['IsPersonAccount'] === true) return
    const account = writer.state.store.table('Account').get(textOf(after['AccountId'] ?? ''))
    const isOwn = account?.['PersonContactId'] === after['Id']
    if (account?.['IsPersonAccount'] !== true || isOwn) return
    throw refuse('INVALID_PERSON_ACCOUNT_OPERATION', 'cannot reference person account', [
      'AccountId',
    ])
  },
}

function isPerson({ describe, before, after }: Change): boolean {
  if (!fieldOf(describe, 'IsPersonAccount')) return false
  if (before) return before['IsPersonAccount'] === true
  return Boolean(after['LastName']) || after['IsPersonAccount'] === true
}
