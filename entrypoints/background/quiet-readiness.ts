import * as z from 'zod/mini'
import { isUnderWay } from '#lib/handoff/choice.ts'
import { dayIn } from '#lib/handoff/day.ts'
import type { Context } from '#lib/salesforce/context.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import { cachedContext, contextNow, stagesOf } from './contexts.ts'
import { dealsOfToday } from './deals-answers.ts'
import { templatesFor } from './draft-starting.ts'
import { judgingOf } from './judging.ts'
import { newDraft } from './new-draft.ts'
import type { Office } from './office.ts'
import { mayAskQuietly } from './polling.ts'
import { score } from './readiness.ts'

/** As many deals a day as are read without anybody having opened their handoff. */
const mostADay = 20

const subject = 'quiet-reads'
const readSchema = z.object({ day: z.string(), deals: z.array(z.string()) })

interface Whose {
  readonly org: Org
  readonly user: Identity
  readonly opportunityId: string
}

/**
 * How far a handoff of this deal would be if it were begun now, for the user's own deals from the second stage on;
 * null for all others. A deal that was never opened here costs one call, once a day.
 */
export async function quietReadiness(office: Office, whose: Whose): Promise<number | null> {
  const { user, opportunityId } = whose
  const context =
    (await cachedContext(office, user, opportunityId)) ?? (await readQuietly(office, whose))
  return context && mayPrepare(context) ? readinessBefore(office, context) : null
}

/** Whether the user prepares a handoff here while the deal is still on its way. */
function mayPrepare(context: Context): boolean {
  const { deal, handoffs, identity, may } = context
  const isMine = deal.owner.userId === identity.userId
  const isFree = handoffs.every(({ status }) => status === 'cancelled' || status === 'completed')
  return may.create && isMine && isFree && isUnderWay(deal, stagesOf(context))
}

async function readQuietly(
  office: Office,
  { org, user, opportunityId }: Whose,
): Promise<Context | null> {
  const { cache, ports } = office
  if (!(await mayAskQuietly(office))) return null
  const deals = await dealsOfToday(office, org, user)
  const isOpen = deals.some((deal) => deal.opportunityId === opportunityId && !deal.isWon)
  if (!isOpen) return null
  const day = dayIn(user.timeZone, ports.now())
  const kept = readSchema.safeParse(await cache.read(user, subject)).data
  const read = kept?.day === day ? kept.deals : []
  if (read.includes(opportunityId) || read.length >= mostADay) return null
  const value = { day, deals: [...read, opportunityId] }
  await cache.keep(user, subject, { value, readAt: ports.now() })
  return contextNow(office, org, opportunityId)
}

/** What is there before anybody has written a word. */
async function readinessBefore(office: Office, context: Context): Promise<number | null> {
  const now = office.ports.now()
  const templates = await templatesFor(office, context)
  const judging = await judgingOf(templates, context, now)
  const draft = newDraft({ context, templates, judging, key: 'none', now, kept: {} })
  const template = templates.find(({ key }) => key === draft?.template.key)
  return draft && template ? score(template, draft, { context, now }) : null
}
