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
        if (fresh) return seenInbox(office, org)
        return cachedInbox(office, await gateway.identity(org))
      }),
    'inbox.refresh': (_, caller) =>
      outcomeOf(async () => {
        const { readAt } = await seenInbox(office, await whereabouts.org(caller))
        return { readAt }
      }),
  }
}

/** The inbox as Salesforce has it now, for somebody who looks at it. */
async function seenInbox(office: Office, org: Org): Promise<Inbox> {
  await learnMoney(office, org)
  const { inbox } = await freshInbox(office, org)
  await countAsHeard(office, inbox)
  return inbox
}
