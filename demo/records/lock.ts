import { refuse } from './refusal.ts'
import type { Change } from './writer.ts'

/** Refuses a save or deletion of a row that a fault keeps locked. */
export function checkUnlocked({
  writer,
  describe,
  after,
}: Pick<Change, 'writer' | 'describe' | 'before' | 'after'>): void {
  if (!writer.state.faults.strikeLock(describe.name, String(after['Id']))) return
  throw refuse('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record')
}
