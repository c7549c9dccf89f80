import { textOf } from '../records/text.ts'
import { writerFor } from '../records/writer-for.ts'
import { fieldOf } from '../schema/schema.ts'
import { contactOf, namesOf, sharedFrom } from './person-accounts.ts'
import type { OrgState } from './state.ts'
import { systemUser } from './system-user.ts'

/** Every person of the folder has a contact: the folder's own, else one as the account tells. */
export function putPersonContacts(state: OrgState): void {
  const { store, schema } = state
  const account = schema.object('Account')
  if (!account || !fieldOf(account, 'IsPersonAccount')) return
  const writer = writerFor(state, systemUser(state))
  for (const row of store.table('Account').all()) {
    if (row['IsPersonAccount'] !== true && !row['PersonContactId']) continue
    const known = store.table('Contact').get(textOf(row['PersonContactId'] ?? ''))
    const PersonContactId = row['PersonContactId'] ?? store.nextId('Contact', '003')
    const whole = { ...row, ...namesOf(row), IsPersonAccount: true, PersonContactId }
    const told = known ? sharedFrom(known, whole) : whole
    store.put('Account', told)
    if (known) store.put('Contact', { ...known, IsPersonAccount: true, AccountId: row['Id'] })
    else writer.derive.insert('Contact', contactOf(told))
  }
}
