import type { OutboxRow } from '#lib/storage/database.ts'
import { isSettled } from './entry.ts'
import { needsUser } from './needs-user.ts'
import { entryIn, rowOf } from './outbox.ts'

/**
 * How an operation goes on whose row was lost and came back from a copy: the copy may be older than what
 * had happened, so Salesforce is asked by the operation's key before anything is sent.
 */
export function revived(row: OutboxRow, now: string): OutboxRow {
  const entry = entryIn(row)
  if (!entry || needsUser(entry) || isSettled(entry)) return row
  return { ...row, ...rowOf({ ...entry, state: 'unknown', nextAttemptAt: now }) }
}
