import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import type { Answering } from '#lib/messaging/router.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import { resolveDuplicate, resolveFields, retry, returnToDraft } from '#lib/sync/choices.ts'
import { settleBehind } from '#lib/sync/behind-given-up.ts'
import type { Entry } from '#lib/sync/entry.ts'
import { entriesOf, entryIn } from '#lib/sync/outbox.ts'
import { withReasons } from '#lib/sync/turn.ts'
import { push } from '#lib/sync/push.ts'
import type { Owner } from '#lib/storage/database.ts'
import type { Office } from './office.ts'
import { outboxItem } from './outbox-item.ts'
import { outcomeOf, userOf } from './outcome.ts'
import { silentActions } from './silent-actions.ts'
import { pageOf } from './whereabouts.ts'

type OutboxRequest = 'outbox.read' | 'outbox.retry' | 'outbox.resolve'

/** What the worker answers about operations on their way to Salesforce. */
export function outboxAnswers(office: Office): Pick<Answering, OutboxRequest> {
  const { outbox } = office
  return {
    'outbox.read': async ({ opportunityId }, caller) => {
      const user = await userOf(office, caller)
      return user ? itemsOf(office, user, opportunityId) : []
    },
    'outbox.retry': ({ operationKey }) =>
      outcomeOf(async () => sending(office, await retry(outbox, operationKey))),
    'outbox.resolve': ({ operationKey, choice }, caller) =>
      outcomeOf(async () => {
        if (choice.as === 'fields')
          return sending(office, await resolveFields(outbox, operationKey, choice.keep))
        if (choice.as === 'contact')
          return sending(office, await resolveDuplicate(outbox, operationKey, choice.contactId))
        return giveUp(office, operationKey, pageOf(caller).opportunityId)
      }),
  }
}

/** What is on its way for a user, of one opportunity or of all. */
export async function itemsOf(
  { outbox }: Office,
  user: Owner,
  opportunityId?: string,
): Promise<OutboxItem[]> {
  return withReasons(await entriesOf(outbox, user))
    .filter(({ action }) => !silentActions.has(action))
    .filter((entry) => opportunityId === undefined || entry.opportunityId === opportunityId)
    .map(outboxItem)
}

/** Starts sending without waiting for it: what becomes of it is announced. */
export function sending(office: Office, entry: Entry | null): OutboxItem {
  if (!entry) throw gone()
  void push(office.outbox)
  return outboxItem(entry)
}

/** Gives an operation up; what was made of a draft becomes one again. Where it is gone, those who show the deal hear so. */
export async function giveUp(
  { outbox, ports }: Office,
  operationKey: string,
  shownOn: string | null,
): Promise<null> {
  const row = await outbox.store.get(operationKey)
  const { opportunityId = shownOn } = row ?? {}
  const isBack = await returnToDraft(outbox, operationKey)
  const givenUp = entryIn(row)
  if (isBack && givenUp) await settleBehind(outbox, givenUp)
  // A worker before this one may have been killed between the two.
  if (opportunityId !== null)
    ports.announce({ fact: 'outbox-changed', operationKey, opportunityId })
  if (!isBack) throw gone()
  // What waited behind it goes out now.
  void push(outbox)
  return null
}

function gone(): SalesforceError {
  return new SalesforceError('record-gone', 'There is no way back for this operation any more.')
}
