import { orgAtApiHost } from '#lib/salesforce/org-host.ts'
import type { FieldConflict } from '#lib/salesforce/field-conflict.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import type { Trouble } from '#lib/salesforce/trouble.ts'
import { conflictsOf, rebased } from './conflicts.ts'
import { type Entry, needsUser } from './entry.ts'
import { afterFailure, afterSuccess, type Change } from './next-state.ts'
import { allEntries, heads, type OutboxPorts, record } from './outbox.ts'

const rescueAfter = 60 * 1000

/**
 * Sends everything that is due, one operation at a time, and asks to be woken for the rest. Whatever a
 * worker that was killed has left half done is settled first. Only one runs in a browser at a time.
 */
export function push(ports: OutboxPorts): Promise<void> {
  return ports.alone(async () => {
    for (let due = await nextDue(ports); due; due = await nextDue(ports)) {
      // Should this worker be killed on the way, another is woken to settle what it has begun.
      await ports.wakeAt(Date.parse(ports.now()) + rescueAfter)
      await attempt(ports, due)
    }
    await arrangeWake(ports)
  })
}

/** Entries that can be sent by themselves, now or later. */
async function waiting(ports: OutboxPorts): Promise<readonly Entry[]> {
  const first = heads(await allEntries(ports))
  return first.filter((entry) => !needsUser(entry) && entry.nextAttemptAt !== null)
}

async function nextDue(ports: OutboxPorts): Promise<Entry | undefined> {
  const now = ports.now()
  return (await waiting(ports)).find(({ nextAttemptAt }) => (nextAttemptAt ?? '') <= now)
}

async function arrangeWake(ports: OutboxPorts): Promise<void> {
  const times = (await waiting(ports)).map(({ nextAttemptAt }) => Date.parse(nextAttemptAt ?? ''))
  await ports.wakeAt(times.length > 0 ? Math.min(...times) : null)
}

async function attempt(ports: OutboxPorts, entry: Entry): Promise<void> {
  // Found as "sending": whoever was at it is gone, and nobody has heard the answer.
  const isLost = entry.state === 'sending' || entry.state === 'unknown'
  const begun = await record(ports, entry.operationKey, ({ attempts, state }) => ({
    attempts: attempts + 1,
    state: isLost ? 'unknown' : state,
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

async function fail(ports: OutboxPorts, entry: Entry, { error, wasSent }: Failure): Promise<void> {
  if (!(error instanceof SalesforceError)) {
    await record(ports, entry.operationKey, () => setAside(error))
    throw error
  }
  if (error.kind === 'conflict') return compare(ports, entry, error)
  const circumstance = { now: ports.now(), chance: ports.random(), wasSent }
  await record(ports, entry.operationKey, (before) => afterFailure(before, error, circumstance))
}

/** A bug must not hold up the queue: its operation is set aside for the user to see. */
function setAside(error: unknown): Change {
  const detail = error instanceof Error ? error.message : 'unexpected'
  return {
    state: 'needs-attention',
    nextAttemptAt: null,
    trouble: { kind: 'unknown', detail, fields: [] },
  }
}

/** The opportunity was changed since the user saw it: sent again if that was elsewhere, else shown. */
async function compare(ports: OutboxPorts, entry: Entry, error: SalesforceError): Promise<void> {
  const { plan, opportunityId } = entry
  const circumstance = { now: ports.now(), chance: ports.random(), wasSent: false }
  try {
    const now = await ports.gateway.dealNow(orgOf(entry), opportunityId)
    const conflicts = conflictsOf(entry, now)
    const isElsewhere = conflicts.length === 0 && plan.unmodifiedSince !== null
    await record(ports, entry.operationKey, (before) =>
      isElsewhere && before.plan.unmodifiedSince !== now.lastModifiedAt
        ? { state: 'queued', nextAttemptAt: ports.now(), plan: rebased(plan, now) }
        : shown(error, conflicts),
    )
  } catch (second) {
    if (!(second instanceof SalesforceError)) throw second
    await record(ports, entry.operationKey, (before) => afterFailure(before, second, circumstance))
  }
}

function shown({ message }: SalesforceError, conflicts: readonly FieldConflict[]): Change {
  const trouble: Trouble = { kind: 'conflict', detail: message, fields: [] }
  return { state: 'conflict', nextAttemptAt: null, trouble, conflicts: [...conflicts] }
}
