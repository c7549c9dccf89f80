import { withWritten } from '#lib/handoff/contact-roles.ts'
import { statusOfDeal } from '#lib/handoff/out-of-sight.ts'
import type { Plan } from '#lib/handoff/plan.ts'
import { type Context, contextSchema } from '#lib/salesforce/context.ts'
import { statusValues } from '#lib/salesforce/handoff-values.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import { shared } from '#lib/salesforce/shared.ts'
import type { Saved } from '#lib/salesforce/saved.ts'
import type { Owner } from '#lib/storage/database.ts'
import type { Entry } from '#lib/sync/entry.ts'
import { refreshTemplates } from './company-templates.ts'
import type { Office } from './office.ts'
import { createMeanwhile } from './meanwhile.ts'
import { knownCurrency } from './money.ts'
import { noteOutcome } from './transfer-outcome.ts'

const SECOND = 1000
const recent = 60 * SECOND

const about = (opportunityId: string) => `context:${opportunityId}`

/** The context as this computer last read it, or null. */
export async function cachedContext(
  office: Office,
  user: Identity,
  opportunityId: string,
): Promise<Context | null> {
  const kept = contextSchema.safeParse(await office.cache.read(user, about(opportunityId)))
  return kept.success ? withMapping(office, { ...kept.data, cached: true }) : null
}

/** When each context was last known to be what Salesforce has, in milliseconds since 1970. */
const knownAt = new Map<string, number>()
const justNow = 5 * SECOND

/**
 * The context as Salesforce had it at most five seconds ago: enough for those who are told that it has changed,
 * because what they are told of was read along.
 */
export async function freshContext(
  office: Office,
  org: Org,
  opportunityId: string,
): Promise<Context> {
  const user = await office.gateway.identity(org)
  const knownSince = knownAt.get(keyOf(user, opportunityId)) ?? 0
  const age = Math.abs(Date.parse(office.ports.now()) - knownSince)
  const cached = age < justNow ? await cachedContext(office, user, opportunityId) : null
  // Nothing is waited for in between: an answer that came meanwhile would be asked for again.
  return cached ? { ...cached, cached: false } : readOnce({ office, org, user, opportunityId })
}

/**
 * The context as Salesforce has it now; kept for the next first paint. Those who ask at once share one call.
 * After a move of one's own somebody else may have moved the handoff at once: who opens it sees that.
 */
export async function contextNow(
  office: Office,
  org: Org,
  opportunityId: string,
): Promise<Context> {
  const user = await office.gateway.identity(org)
  return readOnce({ office, org, user, opportunityId })
}

interface Reading extends Asker {
  readonly office: Office
  readonly opportunityId: string
}

const readOnce = shared(
  ({ user, opportunityId }: Reading) => keyOf(user, opportunityId),
  ({ office, org, opportunityId }) => readContext(office, org, opportunityId),
)

function keyOf({ orgId, userId }: Owner, opportunityId: string): string {
  return `${orgId} ${userId} ${opportunityId}`
}

async function readContext(office: Office, org: Org, opportunityId: string): Promise<Context> {
  const { cache, ports } = office
  const context = await moves.during(async (happened) => {
    const read = await readWhole(office, org, opportunityId)
    const { identity, deal } = read
    const before = contextSchema.safeParse(await cache.read(identity, about(opportunityId)))
    const key = keyOf(identity, opportunityId)
    const moved = happened().filter((move) => move.key === key)
    // What was not read along can only be asked for.
    if (moved.some(({ saved }) => saved === null)) return null
    const value = moved.reduce(withMove, read)
    await cache.keep(identity, about(opportunityId), { value, readAt: deal.readAt })
    knownAt.set(key, Date.parse(deal.readAt))
    // Who asked has the answer; only a change concerns the others.
    if (before.success && contentOf(before.data) !== contentOf(value))
      ports.announce({ fact: 'context-changed', opportunityId })
    return value
  })
  if (context === null) return readContext(office, org, opportunityId)
  return withMapping(office, context)
}

/** The context as Salesforce has it now, of which nothing is kept: for whoever only passes by many deals. */
export async function contextInPassing(
  office: Office,
  org: Org,
  opportunityId: string,
): Promise<Context> {
  return withMapping(office, await readWhole(office, org, opportunityId))
}

async function readWhole(office: Office, org: Org, opportunityId: string): Promise<Context> {
  const [read] = await Promise.all([
    office.gateway.context(org, opportunityId),
    refreshTemplates(office, org),
  ])
  // An org with one currency names it on no record.
  const currency = read.deal.currency || (await knownCurrency(office, read.identity))
  return { ...read, deal: { ...read.deal, currency } }
}

const withMapping = async ({ shelf }: Office, context: Context): Promise<Context> => ({
  ...context,
  mapping: { ...(await shelf.mapping(context.identity.orgId)) },
})

/** All but the time of reading. */
function contentOf({ deal, ...context }: Context): string {
  return JSON.stringify({ ...context, deal: { ...deal, readAt: '' } })
}

/** The stages of this org's deals, in their order. */
export function stagesOf({ picklists }: Pick<Context, 'picklists'>): readonly string[] {
  return (picklists['Opportunity.StageName'] ?? []).map(({ value }) => value)
}

/** Who asks, and of which org. */
export interface Asker {
  readonly org: Org
  readonly user: Identity
}

/** The context that the user has in front of them; read only where nobody has. */
export async function contextAtHand(
  office: Office,
  { org, user }: Asker,
  opportunityId: string,
): Promise<Context> {
  const cached = await cachedContext(office, user, opportunityId)
  return cached ?? freshContext(office, org, opportunityId)
}

/** The context as it was at most a minute ago. */
export async function recentContext(
  office: Office,
  org: Org,
  opportunityId: string,
): Promise<Context> {
  const user = await office.gateway.identity(org)
  const cached = await cachedContext(office, user, opportunityId)
  // Written before the clock was set back, it is not recent either.
  const age = cached
    ? Math.abs(Date.parse(office.ports.now()) - Date.parse(cached.deal.readAt))
    : Infinity
  return cached && age <= recent ? cached : freshContext(office, org, opportunityId)
}

/** Lets surfaces see what a move has made of the context, without asking Salesforce where it was read along. */
export async function takeIn(office: Office, entry: Entry, saved: Saved | null): Promise<void> {
  const { opportunityId } = entry
  const { cache, ports } = office
  await noteOutcome(office, entry, saved)
  const key = keyOf(entry, opportunityId)
  moves.tell({ key, saved, plan: entry.plan })
  const kept = contextSchema.safeParse(await cache.read(entry, about(opportunityId)))
  if (kept.success && saved) {
    const value = withSaved(kept.data, saved, entry.plan)
    await cache.keep(entry, about(opportunityId), { value, readAt: value.deal.readAt })
    knownAt.set(key, Date.parse(ports.now()))
  } else knownAt.delete(key)
  ports.announce({ fact: 'context-changed', opportunityId })
}

/** What a move of one's own has made of a context; null where that was not read along. */
interface Move {
  readonly key: string
  readonly saved: Saved | null
  readonly plan: Plan
}

/** An answer that was given before a move must not take the move back. */
const moves = createMeanwhile<Move>()

function withMove(context: Context, { saved, plan }: Move): Context {
  return saved ? withSaved(context, saved, plan) : context
}

function withSaved(context: Context, saved: Saved, plan: Plan): Context {
  const { handoff, deal: now, ownership } = saved
  const deal = { ...context.deal, contactRoles: withWritten(context.deal.contactRoles, plan) }
  const { handoffs } = context
  const at = handoffs.findIndex(({ id }) => id === handoff.id)
  const changed = now ? { ...deal, ...now, fields: { ...deal.fields, ...now.fields } } : deal
  const to = plan.transfer?.to
  // Whoever gives a private deal away may not see any more whose it is.
  const owning = ownership ?? (to ? { owner: to, team: deal.team } : null)
  const owned = owning ? withOwner(changed, owning, statusValues[handoff.status]) : changed
  // What is said of an earlier handoff does not put it in front of the one that is under way.
  const next = at < 0 ? [handoff, ...handoffs] : handoffs.with(at, handoff)
  return { ...context, handoffs: next, deal: owned }
}

interface Owning extends Pick<Context['deal'], 'owner'> {
  readonly team: readonly Context['deal']['team'][number][]
}

/** The deal has its handoff's status written with its owner. */
function withOwner(deal: Context['deal'], { owner, team }: Owning, status: string) {
  const told = Object.keys(deal.fields).find((path) => statusOfDeal.test(path))
  const fields = {
    ...deal.fields,
    ...(told && { [told]: status }),
    'Opportunity.OwnerId': owner.userId,
  }
  return {
    ...deal,
    owner,
    fields,
    team: team.map(({ userId, name, role }) => ({ userId, name, role })),
  }
}
