import { asksToSayBack } from '#lib/handoff/accept-gate.ts'
import type { inboxRequests } from '#lib/messaging/inbox-requests.ts'
import type { Answering } from '#lib/messaging/router.ts'
import { templateOf } from './handoff-answers.ts'
import { cachedInbox, freshInbox } from './inboxes.ts'
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
        const handoff = await gateway.handoff(await whereabouts.org(caller), handoffId)
        return { opensPanel: asksToSayBack(handoff, templateOf(handoff)) }
      }),
    'inbox.read': ({ fresh }, caller) =>
      outcomeOf(async () => {
        const org = await whereabouts.org(caller)
        if (fresh) {
          await learnMoney(office, org)
          const { inbox } = await freshInbox(office, org)
          await countAsHeard(office, inbox)
          return inbox
        }
        return cachedInbox(office, await gateway.identity(org))
      }),
  }
}
