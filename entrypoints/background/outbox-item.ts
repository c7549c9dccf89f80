import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import type { Entry } from '#lib/sync/entry.ts'

/** What surfaces may know of an operation: all but the plan and the draft. */
export function outboxItem(entry: Entry): OutboxItem {
  const { operationKey, opportunityId, opportunityName, action, state, attempts } = entry
  const { nextAttemptAt, trouble, conflicts, handoffId, createdAt, settledAt } = entry
  return {
    operationKey,
    opportunityId,
    opportunityName,
    action,
    state,
    attempts,
    nextAttemptAt,
    trouble,
    conflicts,
    handoffId,
    createdAt,
    settledAt,
  }
}
