import type { Draft } from '#lib/handoff/draft.ts'
import { dayIn } from '#lib/handoff/day.ts'
import type { Handoff, Status } from '#lib/handoff/handoff.ts'
import { leadSentence } from '#lib/handoff/phases.ts'
import type { Person } from '#lib/handoff/primitives.ts'
import type { Context } from '#lib/salesforce/context.ts'
import { cachedContext } from './contexts.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'
import type { BrowserTab } from './ports.ts'
import { readinessOf } from './readiness.ts'
import { pageOf } from './whereabouts.ts'

const plain = 'Handoff'

const spoken: Readonly<Record<Status, string | null>> = {
  draft: null,
  submitted: 'submitted',
  clarification: 'question open',
  declined: 'declined',
  accepted: 'accepted',
  'in-transition': 'in transition',
  completed: 'completed',
  cancelled: null,
}

/** What the launcher of a page says: how far its draft is, else where its handoff stands. From this computer only. */
export async function launcherLabel(office: Office, tab: BrowserTab): Promise<string> {
  const caller = { tabId: tab.id, tabUrl: tab.url, isFramed: false }
  const { opportunityId } = pageOf(caller)
  if (opportunityId === null) return plain
  const label = await outcomeOf(async () => {
    const user = await office.gateway.identity(await office.whereabouts.org(caller))
    const context = await cachedContext(office, user, opportunityId)
    return context ? labelOf(office, context) : plain
  })
  return label.outcome === 'ok' ? label.value : plain
}

async function labelOf(office: Office, context: Context): Promise<string> {
  const { identity, deal, handoffs } = context
  const draft = await office.drafts.find(identity, deal.opportunityId)
  if (draft) return draftLabel(office, draft, context)
  const [handoff] = handoffs
  const leads = handoff && whoLeads(handoff, dayIn(identity.timeZone, office.ports.now()))
  if (leads) return leads
  const status = handoff && spoken[handoff.status]
  return status ? `${plain}: ${status}` : plain
}

const underWay: ReadonlySet<Status> = new Set(['accepted', 'in-transition'])

const firstName = ({ name }: Person) => name.split(' ')[0] ?? name

/** Who speaks to the customer now, by their first names; empty outside of a transition. */
function whoLeads({ status, transition, outgoing, incoming }: Handoff, today: string): string {
  if (!underWay.has(status) || !transition || incoming === null) return ''
  const names = { today, outgoing: firstName(outgoing), incoming: firstName(incoming) }
  return leadSentence(transition.phases, names)
}

async function draftLabel(office: Office, draft: Draft, context: Context): Promise<string> {
  const score = await readinessOf(office, draft, context)
  if (score === null) return plain
  // Never called complete while anything is left.
  return `${plain} ${score >= 1 ? 100 : Math.min(99, Math.round(score * 100))} %`
}
