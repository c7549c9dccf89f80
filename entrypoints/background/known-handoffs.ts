import { type Handoff, handoffSchema } from '#lib/handoff/handoff.ts'
import type { Caller } from '#lib/messaging/router.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import { isSettled } from '#lib/sync/entry.ts'
import { needsUser } from '#lib/sync/needs-user.ts'
import { entriesOf } from '#lib/sync/outbox.ts'
import { cachedContext } from './contexts.ts'
import { cachedInbox } from './inboxes.ts'
import type { Office } from './office.ts'
import { pageOf } from './whereabouts.ts'

const SECOND = 1000
const recent = 60 * SECOND

const about = (handoffId: string) => `handoff:${handoffId}`

/** Reads a handoff whole and remembers it: what is decided about it right after needs no reading of its own. */
export async function readToDecide(office: Office, org: Org, handoffId: string): Promise<Handoff> {
  const { gateway, cache, ports } = office
  const value = await gateway.handoff(org, handoffId)
  await cache.keep(await gateway.identity(org), about(handoffId), { value, readAt: ports.now() })
  knownAt.set(handoffId, Date.parse(ports.now()))
  return value
}

/** When each was read to be decided, in milliseconds since 1970; once it was, it stands otherwise. */
const knownAt = new Map<string, number>()

/** A handoff that is to be moved, by whom and from where. */
export interface Sought {
  readonly org: Org
  readonly user: Identity
  readonly handoffId: string
  readonly caller: Caller
  readonly action: string
}

const rewriting: ReadonlySet<string> = new Set([
  'reply',
  'phases',
  'effective',
  'rearrange',
  'milestone',
  'contact',
  'meet',
  'no-meeting',
  'complete',
])

/**
 * The handoff that a move starts from. As the user has it in front of them it needs no call, and the transaction
 * refuses the move should somebody else have moved the handoff meanwhile. What rewrites a text that others change
 * as well has to start from that text as it is now. Without a network a decision is made on what this computer knows, and waits.
 */
export async function handoffToMove(office: Office, sought: Sought): Promise<Handoff> {
  const inFront = rewriting.has(sought.action) ? null : await inFrontOf(office, sought)
  const known = inFront ?? (await onItsDeal(office, sought, await readOrKept(office, sought)))
  return afterOwn(office, sought, known)
}

/** The handoff as what the user has done to it before makes it: that is sent first. What was refused may never be. */
async function afterOwn({ outbox }: Office, { user, handoffId }: Sought, handoff: Handoff) {
  const own = (await entriesOf(outbox, user)).filter(
    (one) => one.handoffId === handoffId && !isSettled(one) && !needsUser(one),
  )
  const status = own.findLast(({ plan }) => plan.handoff.status)?.plan.handoff.status
  return status ? { ...handoff, status } : handoff
}

function readOrKept(office: Office, sought: Sought): Promise<Handoff> {
  const { org, handoffId } = sought
  return office.gateway
    .handoff(org, handoffId)
    .catch((error: unknown) => keptOf(office, sought, error))
}

/** A handoff outlives its deal: it is moved, and seen to be moved, where the user still has it in front of them. */
async function onItsDeal(office: Office, sought: Sought, handoff: Handoff): Promise<Handoff> {
  const shown = handoff.opportunityId === '' ? await inFrontOf(office, sought) : null
  if (!shown) return handoff
  const { opportunityId, opportunityName } = shown
  return { ...handoff, opportunityId, opportunityName }
}

/** The handoff as the user's panel shows it, or as it was read to begin the decision; null when it was not. */
async function inFrontOf(office: Office, { user, handoffId, caller }: Sought) {
  const { opportunityId } = pageOf(caller)
  const shown = opportunityId && (await inContext(office, user, { handoffId, opportunityId }))
  if (shown) return shown
  const age = Math.abs(Date.parse(office.ports.now()) - (knownAt.get(handoffId) ?? 0))
  knownAt.delete(handoffId)
  if (age > recent) return null
  return handoffSchema.safeParse(await office.cache.read(user, about(handoffId))).data ?? null
}

interface Placed {
  readonly handoffId: string
  readonly opportunityId: string
}

async function inContext(office: Office, user: Identity, { handoffId, opportunityId }: Placed) {
  const context = await cachedContext(office, user, opportunityId)
  const known = context?.handoffs.find(({ id }) => id === handoffId)
  return known?.comments ? known : null
}

async function keptOf(office: Office, sought: Sought, error: unknown): Promise<Handoff> {
  const { user, handoffId } = sought
  const away = notDone(error)
  if (away === error) throw error
  const { items } = await cachedInbox(office, user)
  const listed = items.find(({ id }) => id === handoffId)
  const known = listed
    ? ((await inContext(office, user, { handoffId, ...listed })) ?? listed)
    : await inFrontOf(office, sought)
  if (!known) throw away
  const own = await entriesOf(office.outbox, user)
  if (
    own.some((one) => one.handoffId === handoffId && rewriting.has(one.action) && !isSettled(one))
  )
    throw new SalesforceError('not-now', waitsWords)
  return known
}

const waitsWords = 'What you did before still waits to be sent. Do this after it.'

/** Throws what kept a move from being begun, as something after which nothing waits. */
export function throwNotDone(error: unknown): never {
  throw notDone(error)
}

/** An error of a network that is away, which says that nothing waits here; any other as it is. */
function notDone(error: unknown): unknown {
  const isAway =
    error instanceof SalesforceError && (error.kind === 'offline' || error.kind === 'unreachable')
  return isAway ? new SalesforceError(error.kind, notDoneWords) : error
}

const notDoneWords = 'This was not done, and does not wait. Do it again later.'
