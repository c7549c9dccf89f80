import type { Entry } from '#lib/sync/entry.ts'
import { settleInInbox } from './inboxes.ts'
import type { Office } from './office.ts'
import { settlingOf } from './settling.ts'
import { letGo } from './silent-actions.ts'

/** Lists show at once what an operation has changed, without asking Salesforce again. */
export async function settleInLists(office: Office, entry: Entry): Promise<void> {
  const { state, handoffId } = entry
  void letGo(office, entry)
  if (state !== 'sent' || handoffId === null) return
  const settle = settlingOf(entry, office.ports.now())
  await settleInInbox(office, entry, { handoffId, settle })
}
