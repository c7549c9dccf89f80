import type { Draft } from '#lib/handoff/draft.ts'
import { dayIn } from '#lib/handoff/day.ts'
import type { Handoff, Status } from '#lib/handoff/handoff.ts'
import { leadSentence } from '#lib/handoff/phases.ts'
import type { Person } from '#lib/handoff/primitives.ts'
import { spokenDay } from '#lib/handoff/spoken-day.ts'
import type { Context } from '#lib/salesforce/context.ts'
import { cachedContext } from './contexts.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'
import type { BrowserTab } from './ports.ts'
import { readinessOf } from './readiness.ts'
import { callerIn, pageOf } from './whereabouts.ts'

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

/** What a launcher says, and how much of the handoff is there, from 0 to 1, where that is told. */
export interface LauncherWords {
  readonly label: string
  readonly share?: number
}

/** What the launcher of a page says: how far its draft is, else where its handoff stands. From this computer only. */
export async function launcherLabel(office: Office, tab: BrowserTab): Promise<LauncherWords> {
  const caller = callerIn(tab)
  const { opportunityId } = pageOf(caller)
  if (opportunityId === null) return { label: plain }
  const words = await outcomeOf(async () => {
    const user = await office.gateway.identity(await office.whereabouts.org(caller))
    const context = await cachedContext(office, user, opportunityId)
    return context ? labelOf(office, context) : { label: plain }
  })
  return words.outcome === 'ok' ? words.value : { label: plain }
}

/**
 * What the launcher says of a deal whose handoff nobody has begun: how far it would be. Null where that is told
 * already, or nothing is to be told. Salesforce is asked at most once a day for a deal; trouble is nobody's concern.
 */
export async function quietLabel(office: Office, tab: BrowserTab): Promise<LauncherWords | null> {
  const caller = callerIn(tab)
  const { opportunityId } = pageOf(caller)
  if (opportunityId === null) return null
  const words = await outcomeOf(async () => {
    const org = await office.whereabouts.org(caller)
    const user = await office.gateway.identity(org)
    if (await office.drafts.find(user, opportunityId)) return null
    const { quietReadiness } = await import('./quiet-readiness.ts')
    const share = await quietReadiness(office, { org, user, opportunityId })
    return share === null ? null : measured(share)
  })
  return words.outcome === 'ok' ? words.value : null
}

async function labelOf(office: Office, context: Context): Promise<LauncherWords> {
  const { identity, deal, handoffs } = context
  const draft = await office.drafts.find(identity, deal.opportunityId)
  if (draft) return draftLabel(office, draft, context)
  const [handoff] = handoffs
  const leads = handoff && whoLeads(handoff, dayIn(identity.timeZone, office.ports.now()))
  if (leads) return { label: leads }
  const status = handoff && (asked(handoff, identity.userId) ?? spoken[handoff.status])
  return { label: status ? `${plain}: ${status}` : plain }
}

const backWithSender: Readonly<Partial<Record<Status, string>>> = {
  clarification: 'needs your answer',
  declined: 'needs work',
}

/** What a handoff wants of this user; undefined when it wants nothing. */
function asked({ status, outgoing, incoming }: Handoff, userId: string): string | undefined {
  if (outgoing.userId === userId) return backWithSender[status]
  return incoming?.userId === userId && status === 'submitted' ? 'waits for you' : undefined
}

const underWay: ReadonlySet<Status> = new Set(['accepted', 'in-transition'])

/** A button has no room for whole months: `12 Dec`. */
const shortDay = (day: string) =>
  spokenDay(day, { year: 'omitted' }).replace(/(\p{L}{3})\p{L}+/u, '$1')

const firstName = ({ name }: Person) => name.split(' ')[0] ?? name

/** Who speaks to the customer now, by their first names; empty outside of a transition. */
function whoLeads({ status, transition, outgoing, incoming }: Handoff, today: string): string {
  if (!underWay.has(status) || !transition || incoming === null) return ''
  const names = { today, outgoing: firstName(outgoing), incoming: firstName(incoming) }
  return leadSentence(transition.phases, names, shortDay)
}

async function draftLabel(office: Office, draft: Draft, context: Context): Promise<LauncherWords> {
  const share = await readinessOf(office, draft, context)
  return share === null ? { label: plain } : measured(share)
}

/** Never called complete while anything is left. */
function measured(share: number): LauncherWords {
  const whole = share >= 1 ? 100 : Math.min(99, Math.round(share * 100))
  return { label: `${plain} ${whole} %`, share: whole / 100 }
}
