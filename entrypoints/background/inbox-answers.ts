import { asksToRead } from '#lib/handoff/accept-gates.ts'
import type { Inbox, inboxRequests } from '#lib/messaging/inbox-requests.ts'
import type { Answering } from '#lib/messaging/router.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import { templateOf } from './handoff-answers.ts'
import { cachedInbox, freshInbox } from './inboxes.ts'
import { readToDecide } from './known-handoffs.ts'
import { learnMoney } from './money.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'
import { countAsHeard } from './telling.ts'

/** What the worker answers about the handoffs that wait. */
export function inboxAnswers(office: Office): Pick<Answering, keyof typeof inboxRequests> {
  const { whereabouts, gateway } = office
  return {
    'inbox.gate': ({ handoffId }, caller) =>
      outcomeOf(async () => {
        const handoff = await readToDecide(office, await whereabouts.org(caller), handoffId)
        return { opensPanel: asksToRead(handoff, await templateOf(office, handoff)) }
      }),
    'inbox.read': ({ fresh }, caller) =>
      outcomeOf(async () => {
        const org = await whereabouts.org(caller)
        if (fresh) return readInbox(office, org, true)
        return cachedInbox(office, await gateway.identity(org))
      }),
    'inbox.refresh': ({ isSeen }, caller) =>
      outcomeOf(async () => {
        const { readAt } = await readInbox(office, await whereabouts.org(caller), isSeen)
        return { readAt }
      }),
  }
}

/** The inbox as Salesforce has it now; for whoever looks at it, nothing in it is news any more. */
async function readInbox(office: Office, org: Org, isSeen: boolean): Promise<Inbox> {
  await learnMoney(office, org)
  const { inbox } = await freshInbox(office, org)
  if (isSeen) await countAsHeard(office, inbox)
  return inbox
}
