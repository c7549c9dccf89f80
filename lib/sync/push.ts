import type { Plan } from '#lib/handoff/plan.ts'
import type { DealNow } from '#lib/salesforce/deal-now.ts'
import { orgAtApiHost } from '#lib/salesforce/org-host.ts'
import type { FieldConflict } from '#lib/salesforce/field-conflict.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import type { Trouble } from '#lib/salesforce/trouble.ts'
import { conflictsOf, isOfOwner, ofItsAccount, peopleIn, rebased, shownIn } from './conflicts.ts'
import { waitAfter } from './backoff.ts'
import type { Entry } from './entry.ts'
import { afterFailure, afterSuccess, type Change } from './next-state.ts'
import { allEntries, entryIn, type OutboxPorts, record } from './outbox.ts'
import { nextTime, ready } from './turn.ts'

const SECOND = 1000
const rescueAfter = 60 * SECOND

/** How many operations are under way at once, each of another opportunity. */
export const mostInFlight = 5

/** How long the list is gone by before it is read again, should something have come meanwhile. */
const listKeeps = SECOND

/**
 * Sends everything that is due, in order within an opportunity, and asks to be woken for the rest. Whatever
 * a worker that was killed has left half done is settled first. Only one runs in a browser at a time.
 */
export function push(ports: OutboxPorts): Promise<void> {
  return ports.alone(async () => {
    const run = newRun()
    await begin(ports, run)
    while (run.promises.size > 0) {
      await Promise.race(run.promises.values())
      await begin(ports, run)
    }
    await ports.wakeAt(nextTime(await allEntries(ports), ports.now()))
    const [bug] = run.bugs
    if (bug !== undefined) throw bug
  })
}

/** What one round of sending has in hand. */
interface Run {
  entries: readonly Entry[]
  readAt: number
  rescueAt: number
  /** By opportunity. */
  readonly underway: Map<string, Entry>
  readonly promises: Map<string, Promise<void>>
  readonly bugs: unknown[]
}

function newRun(): Run {
  return {
    entries: [],
    readAt: 0,
    rescueAt: 0,
    underway: new Map(),
    promises: new Map(),
    bugs: [],
  }
}

/** Begins what may be begun, as far as there is room. */
async function begin(ports: OutboxPorts, run: Run): Promise<void> {
  let rising = await risingIn(ports, run, 'as-read')
  if (rising.length === 0) rising = await risingIn(ports, run, 'anew')
  if (rising.length === 0) return
  await arrangeRescue(ports, run)
  for (const entry of rising.slice(0, mostInFlight - run.underway.size)) {
    run.underway.set(entry.opportunityId, entry)
    run.promises.set(entry.opportunityId, oneOf(ports, run, entry))
  }
}

async function risingIn(ports: OutboxPorts, run: Run, how: 'as-read' | 'anew') {
  const now = ports.now()
  if (run.underway.size >= mostInFlight) return []
  if (how === 'anew' || Math.abs(Date.parse(now) - run.readAt) > listKeeps) {
    run.entries = await allEntries(ports)
    run.readAt = Date.parse(now)
  }
  return ready(run.entries, { underway: run.underway, now })
}

/** Should this worker be killed on the way, another is woken to settle what it has begun. */
async function arrangeRescue(ports: OutboxPorts, run: Run): Promise<void> {
  const now = Date.parse(ports.now())
  if (run.rescueAt > now + rescueAfter / 2) return
  run.rescueAt = now + rescueAfter
  await ports.wakeAt(run.rescueAt)
}

/** Tries one operation; a bug in it does not keep the others. */
async function oneOf(ports: OutboxPorts, run: Run, entry: Entry): Promise<void> {
  const { opportunityId, operationKey } = entry
  try {
    await attempt(ports, entry)
  } catch (bug) {
    run.bugs.push(bug)
  }
  const now = entryIn(await ports.store.get(operationKey))
  run.entries = run.entries.flatMap((each) => {
    if (each.operationKey !== operationKey) return [each]
    return now ? [now] : []
  })
  run.underway.delete(opportunityId)
  run.promises.delete(opportunityId)
}

async function attempt(ports: OutboxPorts, entry: Entry): Promise<void> {
  // Found as "sending": whoever was at it is gone, and nobody has heard the answer.
  const isLost = entry.state === 'sending' || entry.state === 'unknown'
  const begun = await record(ports, entry.operationKey, ({ attempts, state }) => ({
    attempts: attempts + 1,
    state: isLost ? 'unknown' : state,
    // Kept before anything is tried: a worker that is killed over it again and again still waits longer each time.
    nextAttemptAt: laterBy(ports, waitAfter(attempts + 1, ports.random(), null)),
  }))
  if (!begun) return
  try {
    await identify(ports, begun)
  } catch (error) {
    return fail(ports, begun, { error, wasSent: false })
  }
  try {
    const done = (isLost && (await settle(ports, begun))) || (await send(ports, begun))
    await ports.done(begun, done.saved)
    await record(ports, entry.operationKey, () => afterSuccess(done.handoffId, ports.now()))
  } catch (error) {
    await fail(ports, begun, { error, wasSent: true })
  }
}

function laterBy({ now }: OutboxPorts, milliseconds: number): string {
  return new Date(Date.parse(now()) + milliseconds).toISOString()
}

function identify({ gateway }: OutboxPorts, entry: Entry) {
  return gateway.identity(orgOf(entry))
}

function settle({ gateway }: OutboxPorts, entry: Entry) {
  return gateway.settle(orgOf(entry), entry, entry.plan)
}

async function send(ports: OutboxPorts, entry: Entry) {
  await record(ports, entry.operationKey, () => ({ state: 'sending' }))
  return ports.gateway.write(orgOf(entry), entry, entry.plan)
}

function orgOf({ host }: Entry) {
  const org = orgAtApiHost(host)
  if (!org) throw new SalesforceError('not-salesforce', host)
  return org
}

interface Failure {
  readonly error: unknown
  readonly wasSent: boolean
}
type Failed = Failure & { readonly error: SalesforceError }

/** What Chrome answers a worker that it is stopping already (its extension_function_dispatcher.cc). */
const isStopped = (error: unknown) => error instanceof Error && error.message === 'No SW'

async function fail(ports: OutboxPorts, entry: Entry, { error, wasSent }: Failure): Promise<void> {
  // The next worker finds it as it stands.
  if (isStopped(error)) return
  if (!(error instanceof SalesforceError)) {
    await record(ports, entry.operationKey, () => setAside(error))
    throw error
  }
  // The right to write goes with the owner: whoever has lost it is told why, as far as that can be seen.
  if (error.kind === 'conflict' || (error.kind === 'no-permission' && wasSent))
    return compare(ports, entry, error)
  if (error.kind === 'record-gone' && wasSent) return findOut(ports, entry, { error, wasSent })
  const circumstance = { now: ports.now(), chance: ports.random(), wasSent }
  await record(ports, entry.operationKey, (before) => afterFailure(before, error, circumstance))
}

/** Whether the opportunity is gone, or something else that this names: an account may have been merged, a task deleted. */
async function findOut(ports: OutboxPorts, entry: Entry, { error, wasSent }: Failed) {
  const now = await ports.gateway
    .dealNow(orgOf(entry), entry.opportunityId, { fields: [], ids: [] })
    .catch(() => null)
  const plan = now && ofItsAccount(entry.plan, now)
  const reason = now ? new SalesforceError('rejected', `${otherGone}: ${error.message}`) : error
  const circumstance = { now: ports.now(), chance: ports.random(), wasSent }
  await record(ports, entry.operationKey, (before) =>
    plan
      ? { state: 'queued', nextAttemptAt: ports.now(), plan }
      : afterFailure(before, reason, circumstance),
  )
}

const otherGone =
  'The opportunity is there. A record that this names was deleted or merged, or you may not see it'

/** A bug must not hold up the queue: its operation is set aside for the user to see. */
function setAside(error: unknown): Change {
  const detail = error instanceof Error ? error.message : 'unexpected'
  return {
    state: 'needs-attention',
    nextAttemptAt: null,
    trouble: { kind: 'unknown', detail, fields: [] },
  }
}

/** The opportunity may have changed since the user saw it: sent again if that was elsewhere, else shown. */
async function compare(ports: OutboxPorts, entry: Entry, error: SalesforceError): Promise<void> {
  const { plan, opportunityId } = entry
  const circumstance = { now: ports.now(), chance: ports.random(), wasSent: false }
  const isRefused = error.kind !== 'conflict'
  try {
    const now = await ports.gateway.dealNow(orgOf(entry), opportunityId, peopleIn(plan))
    const conflicts = conflictsOf(entry, now)
    if (isRefused && !conflicts.some(isOfOwner)) throw error
    const again = conflicts.length === 0 ? measuredAnew(plan, error, now) : null
    await record(ports, entry.operationKey, (before) =>
      again
        ? { state: 'queued', nextAttemptAt: ports.now(), plan: again }
        : { ...shown(error, conflicts), shown: shownIn(before, now) },
    )
  } catch (second) {
    if (!(second instanceof SalesforceError)) throw second
    // Of a deal that is hidden nothing can be compared: what was said of its handoff stands.
    const isHidden = second.kind === 'record-gone' && !isOfDeal(error)
    const reason = isRefused ? error : second
    await record(ports, entry.operationKey, (before) =>
      !isRefused && isHidden ? shown(error, []) : afterFailure(before, reason, circumstance),
    )
  }
}

const isOfDeal = (error: SalesforceError) => 'part' in error && error.part === 'opportunity'

/** The plan for another attempt, where nothing that it stands on was changed; null when that would end the same. */
function measuredAnew(plan: Plan, error: SalesforceError, now: DealNow): Plan | null {
  if (plan.unmodifiedSince === null) return null
  if (plan.unmodifiedSince !== now.lastModifiedAt) return rebased(plan, now)
  // Nobody has changed it: the org itself does, in the very transaction that is refused then.
  return isOfDeal(error) && plan.touchedByOrg !== true ? { ...plan, touchedByOrg: true } : null
}

function shown({ message }: SalesforceError, conflicts: readonly FieldConflict[]): Change {
  const trouble: Trouble = { kind: 'conflict', detail: message, fields: [] }
  return { state: 'conflict', nextAttemptAt: null, trouble, conflicts: [...conflicts] }
}
