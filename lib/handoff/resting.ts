import { dayIn } from './day.ts'
import type { Handoff } from './handoff.ts'

interface Reading {
  /** ISO 8601. */
  readonly now: string
  readonly timeZone?: string | undefined
}

/** Whether what a decline lets rest does so still: its day is yet to come where the reader is. */
export function isResting(
  { declineOutcome, recycleUntil }: Pick<Handoff, 'declineOutcome' | 'recycleUntil'>,
  { now, timeZone }: Reading,
): boolean {
  return declineOutcome === 'recycle' && (recycleUntil ?? '') > dayIn(timeZone, now)
}
