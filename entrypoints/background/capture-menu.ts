import { dayOf } from '#lib/handoff/day.ts'
import type { Deal } from '#lib/handoff/deal.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import { entriesFor, menuShown as subject, titleOf } from './capture-entries.ts'
import { cachedContext } from './contexts.ts'
import { notificationSettings } from './notification-settings.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'

let turn: Promise<void> = Promise.resolve()

/** Makes the menu anew: after an installation, a start of the browser, or when its permission has come or gone. */
export function makeMenu(office: Office): Promise<void> {
  return inTurn(async () => {
    await office.ports.memory.remove(subject)
    await renew(office)
  })
}

/** Lets the menu name the user's drafts as they are now. */
export function renewMenu(office: Office): Promise<void> {
  return inTurn(() => renew(office))
}

/** What was found out first must not be shown last. Where the disk makes trouble, the menu stays as it is. */
function inTurn(work: () => Promise<void>): Promise<void> {
  const done = turn.then(async () => void (await outcomeOf(work)))
  turn = done.catch(() => undefined)
  return done
}

async function renew(office: Office): Promise<void> {
  const { memory, hasMenu, showMenu } = office.ports
  if (!(await hasMenu())) return
  const entries = entriesFor(await nameable(office))
  const shown = JSON.stringify(entries)
  if ((await memory.get(subject)) === shown) return
  await showMenu(entries)
  await memory.set(subject, shown)
}

/** The drafts that may be named on any page: those of whoever is known to be signed in where Segue was used last. Salesforce is not asked. */
async function nameable(office: Office): Promise<readonly Draft[]> {
  const org = await office.whereabouts.lastOrg()
  if (!org || !(await notificationSettings(office)).names) return []
  const found = await outcomeOf(async () => {
    const user = await office.gateway.known(org)
    return user ? toldApart(office, user, await office.drafts.all(user)) : []
  })
  return found.outcome === 'ok' ? found.value : []
}

/** What is told beside the name, one after the other, while several entries would read the same. */
const beside: readonly ((draft: Draft, deal: Deal | undefined) => string)[] = [
  (_, deal) => deal?.accountName ?? '',
  (_, deal) => {
    const day = deal?.fields['Opportunity.CloseDate']
    return typeof day === 'string' ? `closes ${day}` : ''
  },
  ({ createdAt }) => `begun ${dayOf(createdAt)}`,
]

/** Opportunities that would be called the same, such as “Renewal”, are named with their accounts, as far as those are known here. */
async function toldApart(
  office: Office,
  user: Identity,
  drafts: readonly Draft[],
): Promise<readonly Draft[]> {
  let told = drafts
  for (const tell of beside) {
    const titles = Map.groupBy(told, titleOf)
    const further = told.map(async (draft) => {
      if (titles.get(titleOf(draft))?.length === 1) return draft
      const { deal } = (await cachedContext(office, user, draft.opportunityId)) ?? {}
      const name = [draft.opportunityName, tell(draft, deal)].filter(Boolean).join(' · ')
      return { ...draft, opportunityName: name }
    })
    told = await Promise.all(further)
  }
  return told
}
