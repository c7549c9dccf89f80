import { dayIn } from '#lib/handoff/day.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Unhanded } from '#lib/handoff/unhanded.ts'
import { mostUrgentFirst } from '#lib/handoff/unhanded-order.ts'
import { type dealsRequests, type OwnDeals, ownDealsSchema } from '#lib/messaging/deals-requests.ts'
import type { Answering } from '#lib/messaging/router.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import { entriesOf } from '#lib/sync/outbox.ts'
import { cachedContext } from './contexts.ts'
import { knownCurrency } from './money.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'
import { readinessOf } from './readiness.ts'

const subject = 'deals'
/** What was read this many milliseconds ago is still what Salesforce has. */
const recent = 60_000

/** What the worker answers about the user's deals. */
export function dealsAnswers(office: Office): Pick<Answering, keyof typeof dealsRequests> {
  const { whereabouts, gateway } = office
  return {
    'deals.read': ({ fresh }, caller) =>
      outcomeOf(async () => {
        const org = await whereabouts.org(caller)
        const user = await gateway.identity(org)
        const kept = await keptDeals(office, user)
        return asOfNow(office, user, fresh ? await freshDeals(office, org, kept) : kept)
      }),
    'deals.find': ({ text }, caller) =>
      outcomeOf(async () => {
        const org = await whereabouts.org(caller)
        const user = await gateway.identity(org)
        const before = await foundLately(office, user)
        const found = text === null ? before : await findMore(office, org, { before, text })
        return (await asOfNow(office, user, found)).deals
      }),
    'deals.templates': async () => {
      const { commonQuestions } = await import('#lib/handoff/batch.ts')
      const { offered } = await office.shelf.known()
      return offered.map((template) => {
        const { key, name, description, kind } = template
        return { key, name, description, kind, common: [...commonQuestions(template)] }
      })
    },
    'deals.begin': (asked, caller) =>
      outcomeOf(async () => (await import('./batch-starting.ts')).beginOne(office, asked, caller)),
  }
}

async function keptDeals({ cache }: Office, user: Identity): Promise<OwnDeals> {
  const kept = ownDealsSchema.safeParse(await cache.read(user, subject))
  return kept.success ? kept.data : { deals: [], readAt: null }
}

const DAY = 24 * 60 * 60 * 1000

/** The deals as they were at most a day ago: enough to know whose a deal is. */
export async function dealsOfToday(
  office: Office,
  org: Org,
  user: Identity,
): Promise<OwnDeals['deals']> {
  const kept = await keptDeals(office, user)
  const age = Date.parse(office.ports.now()) - Date.parse(kept.readAt ?? '')
  return (age >= 0 && age < DAY ? kept : await freshDeals(office, org, kept)).deals
}

async function freshDeals(office: Office, org: Org, kept: OwnDeals): Promise<OwnDeals> {
  const { gateway, cache, ports } = office
  const readAt = ports.now()
  if (kept.readAt !== null && Math.abs(Date.parse(readAt) - Date.parse(kept.readAt)) < recent)
    return kept
  const { deals, identity } = await gateway.ownDeals(org)
  const value = { deals: [...deals], readAt }
  await cache.keep(identity, subject, { value, readAt })
  return value
}

const foundSubject = 'deals-found'
/** So long what was found may still be chosen from. */
const HOUR = 60 * 60 * 1000
/** As many are kept of all that was found. */
const mostFound = 500

async function foundLately({ cache, ports }: Office, user: Identity): Promise<OwnDeals> {
  const kept = ownDealsSchema.safeParse(await cache.read(user, foundSubject))
  const age = Date.parse(ports.now()) - Date.parse(kept.data?.readAt ?? '')
  return kept.success && age >= 0 && age < HOUR ? kept.data : { deals: [], readAt: null }
}

interface Finding {
  readonly before: OwnDeals
  readonly text: string
}

/** Finds deals, and keeps them beside those found before: a few of each may be chosen. */
async function findMore(office: Office, org: Org, { before, text }: Finding): Promise<OwnDeals> {
  const { gateway, cache, ports } = office
  const readAt = ports.now()
  const { deals: found, identity } = await gateway.ownDeals(org, text)
  const ids = new Set(found.map(({ opportunityId }) => opportunityId))
  const others = before.deals.filter(({ opportunityId }) => !ids.has(opportunityId))
  // What was sent in between has gone from what is found, and not from what was found before.
  const value = {
    deals: [...found, ...others].slice(0, mostFound),
    readAt: before.readAt ?? readAt,
  }
  await cache.keep(identity, foundSubject, { value, readAt })
  return value
}

/** The deals with what this computer knows better: what is on its way, and how far each draft is. */
async function asOfNow(office: Office, user: Identity, { deals, readAt }: OwnDeals) {
  const currency = await knownCurrency(office, user)
  const drafts = new Map(
    (await office.drafts.all(user)).map((draft) => [draft.opportunityId, draft] as const),
  )
  const sent = new Set(
    (await entriesOf(office.outbox, user))
      .filter(({ action, createdAt }) => action === 'submit' && createdAt > (readAt ?? ''))
      .map(({ opportunityId }) => opportunityId),
  )
  const left = deals.filter(
    ({ opportunityId }) => drafts.has(opportunityId) || !sent.has(opportunityId),
  )
  const listed = left.map(async (deal): Promise<Unhanded> => {
    const draft = drafts.get(deal.opportunityId)
    const readiness = await progressOf(office, user, draft)
    const hasDraft = draft !== undefined
    return Object.assign({}, deal, { currency: deal.currency || currency, hasDraft, readiness })
  })
  const today = dayIn(user.timeZone, office.ports.now())
  return { deals: [...mostUrgentFirst(await Promise.all(listed), today)], readAt }
}

async function progressOf(office: Office, user: Identity, draft: Draft | undefined) {
  const context = draft && (await cachedContext(office, user, draft.opportunityId))
  return draft && context ? readinessOf(office, draft, context) : null
}
