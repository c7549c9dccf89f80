import type { Status } from '#lib/handoff/handoff.ts'
import type { Plan } from '#lib/handoff/plan.ts'
import { staysIn } from '#lib/handoff/stays-in.ts'
import type { Trouble } from '#lib/salesforce/trouble.ts'
import type { Entry } from './entry.ts'
import type { Change } from './next-state.ts'
import { allEntries, type OutboxPorts, record } from './outbox.ts'

/**
 * Sees to what waits behind an operation that was given up, and starts from the status that the handoff does not get
 * by it now. What can be done in the status before as well is; of anything else the user is told why it cannot be.
 */
export async function settleBehind(ports: OutboxPorts, givenUp: Entry): Promise<void> {
  const [{ fromStatus, toStatus } = {}] = givenUp.plan.events
  if (!fromStatus || !toStatus || fromStatus === toStatus) return
  const lost = new Set<Status>([toStatus])
  for (const entry of await behind(ports, givenUp)) {
    const [first] = entry.plan.events
    if (!first?.fromStatus || !lost.has(first.fromStatus)) continue
    const plan = startingFrom(entry.plan, fromStatus)
    if (!plan) lost.add(first.toStatus)
    await record(ports, entry.operationKey, ({ state }) =>
      state === 'queued' ? (plan ? { plan } : told) : {},
    )
  }
}

/** What was made after an operation about the same handoff, and was not tried yet. */
async function behind(ports: OutboxPorts, givenUp: Entry): Promise<readonly Entry[]> {
  const { plan, orgId, userId, createdAt, operationKey } = givenUp
  return (await allEntries(ports)).filter(
    (one) =>
      one.orgId === orgId &&
      one.userId === userId &&
      one.operationKey !== operationKey &&
      one.plan.handoffId !== null &&
      one.plan.handoffId === plan.handoffId &&
      one.state === 'queued' &&
      one.createdAt >= createdAt,
  )
}

/** The plan of a move that leaves the status as it is, in another one; null where that cannot be. */
function startingFrom(plan: Plan, status: Status): Plan | null {
  const may = plan.events.every(
    ({ kind, fromStatus, toStatus }) => fromStatus === toStatus && staysIn(kind, status),
  )
  if (!may) return null
  return {
    ...plan,
    events: plan.events.map((event) => ({ ...event, fromStatus: status, toStatus: status })),
  }
}

const words = 'It follows something that you have given up, and cannot be done without that.'
const trouble: Trouble = { kind: 'not-now', detail: words, fields: [] }

/** There is nothing to choose but to give it up, too. */
const told: Change = { state: 'conflict', nextAttemptAt: null, conflicts: [], trouble }
