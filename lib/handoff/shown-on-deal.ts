import { isRunning } from './follow-through.ts'
import type { Handoff } from './handoff.ts'
import type { Plan } from './plan.ts'

type Moved = Pick<Plan, 'handoffId' | 'opportunity'>

/** What a deal tells of its handoffs once one is moved, given all of them with the latest first: a later one stays told, and one that runs is told again when a later one is cancelled. */
export function shownOnDeal(
  { handoffId, opportunity }: Moved,
  handoffs: readonly Pick<Handoff, 'id' | 'status'>[],
): Plan['opportunity'] {
  const at = handoffs.findIndex(({ id }) => id === handoffId)
  const isToldOfLater = handoffs.some(({ status }, later) => later < at && status !== 'cancelled')
  if (isToldOfLater) return null
  const earlier = opportunity?.status === 'cancelled' && handoffs.slice(at + 1).find(isRunning)
  return earlier ? { status: earlier.status, readiness: null } : opportunity
}
