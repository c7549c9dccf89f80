import * as z from 'zod/mini'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { planPlain } from '#lib/handoff/moves.ts'
import { inOrgWords } from '#lib/handoff/org-words.ts'
import { recentlyTaken, type RepeatCard, repeatCard } from '#lib/handoff/repeat-card.ts'
import type { cardRequests } from '#lib/messaging/card-requests.ts'
import type { Answering, Caller } from '#lib/messaging/router.ts'
import { cachedContext, recentContext } from './contexts.ts'
import { move, templateOf } from './handoff-answers.ts'
import { cachedInbox } from './inboxes.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'
import { aimPanel } from './panel-aim.ts'
import type { BrowserTab } from './ports.ts'
import { callerIn, pageOf } from './whereabouts.ts'

type CardRequest = keyof typeof cardRequests

/** What the worker answers to the card on a record page. */
export function cardAnswers(office: Office): Pick<Answering, CardRequest> {
  const { passes } = office
  const { tabs } = office.ports
  return {
    'card.read': ({ pass }, caller) =>
      outcomeOf(async () => {
        const card = (await passes.isAdmitted(caller, pass)) ? await cardOf(office, caller) : null
        if (!card) return null
        const { answered, closed, repeated } = card
        return { ...card, answered: [...answered], closed: [...closed], repeated: [...repeated] }
      }),
    'card.close': async ({ handoffId }, caller) => {
      const { tabId } = caller
      if (handoffId !== null) await dismiss(office, dismissalOf(handoffId, caller))
      if (tabId !== null) await tabs.tell(tabId, { toOverlay: 'hide-card' })
      return {}
    },
    'card.show': async ({ question }, { tabId }) => {
      if (tabId === null) return {}
      await aimPanel(office.ports, tabId, { at: 'answer', question })
      await tabs.tell(tabId, { toOverlay: 'open-panel' })
      return {}
    },
    'handoff.repeat': ({ handoffId, question, note }, caller) =>
      outcomeOf(() =>
        move(office, { handoffId, caller, action: 'repeat' }, (handoff, moving) => {
          const words = note.trim() === '' ? {} : { note: note.trim().slice(0, 1000) }
          const details = { question, ...words }
          return planPlain('report-repeat', handoff, { ...moving, role: 'incoming', details })
        }),
      ),
  }
}

const subject = 'cards-dismissed'
const dismissedSchema = z.array(z.string())
/** As many as are remembered; the card is gone by itself after thirty days. */
const most = 200

async function dismissed({ ports }: Office): Promise<readonly string[]> {
  return dismissedSchema.safeParse(await ports.settings.get(subject)).data ?? []
}

async function dismiss(office: Office, dismissal: string): Promise<void> {
  const known = await dismissed(office)
  await office.ports.settings.set(subject, [...known, dismissal].slice(-most))
}

/** A handoff in its org: a copy of an org has the same ids. */
function dismissalOf(handoffId: string, caller: Caller): string {
  return `${pageOf(caller).host} ${handoffId}`
}

async function cardOf(office: Office, caller: Caller): Promise<RepeatCard | null> {
  const { opportunityId } = pageOf(caller)
  if (opportunityId === null) return null
  const org = await office.whereabouts.org(caller)
  const { handoffs, identity, picklists } = await recentContext(office, org, opportunityId)
  const now = office.ports.now()
  const handoff = recentlyTaken(handoffs, identity.userId, now)
  if (!handoff) return null
  return repeatCard(handoff, inOrgWords(await templateOf(office, handoff), picklists))
}

/**
 * Lets the page of a deal that the user has taken over lately show its card, and tells whether it is such a deal.
 * From this computer only: a page costs no call.
 */
export async function offerCard(office: Office, tab: BrowserTab): Promise<boolean> {
  const caller = callerIn(tab)
  const found = await outcomeOf(() => knownHandoff(office, caller))
  const handoff = found.outcome === 'ok' ? found.value : null
  const isWanted =
    handoff !== null && !(await dismissed(office)).includes(dismissalOf(handoff.id, caller))
  if (isWanted) await office.ports.tabs.tell(tab.id, { toOverlay: 'show-card' })
  return handoff !== null
}

async function knownHandoff(office: Office, caller: Caller): Promise<Pick<Handoff, 'id'> | null> {
  const { opportunityId } = pageOf(caller)
  if (opportunityId === null) return null
  const user = await office.gateway.identity(await office.whereabouts.org(caller))
  const read = (await cachedContext(office, user, opportunityId))?.handoffs ?? []
  const { items } = await cachedInbox(office, user)
  const listed = items.filter((item) => item.opportunityId === opportunityId)
  const last = recentlyTaken([...read, ...listed], user.userId, office.ports.now())
  // What was read is asked whether there is anything to show.
  const isShown = last && (!read.includes(last) || repeatCard(last, await templateOf(office, last)))
  return isShown ? last : null
}
