import { daysBetween } from './day.ts'
import type { Unhanded } from './unhanded.ts'

/** As many deals as are listed. */
export const mostUnhanded = 100

/** A deal that was won this many days ago and not handed over is history. */
export const wonWithin = 90

/** Days since the close date; negative while it lies ahead, null without one. */
export function daysSinceClose({ closeDate }: Unhanded, today: string): number | null {
  return closeDate === null ? null : daysBetween(closeDate, today)
}

/**
 * How long somebody has been waiting already, in days: since a deal was won, its customer waits to be taken
 * over. Of open deals, those that should have closed by now come before those that soon will.
 */
function urgency(deal: Unhanded, today: string): number {
  return daysSinceClose(deal, today) ?? -Infinity
}

/** The most urgent first: won before open, then whoever has waited longest; the larger deal where that is the same. */
export function mostUrgentFirst(deals: readonly Unhanded[], today: string): readonly Unhanded[] {
  const urgencies = new Map(deals.map((deal) => [deal, urgency(deal, today)]))
  const of = (deal: Unhanded) => urgencies.get(deal) ?? -Infinity
  const byUrgency = (one: Unhanded, other: Unhanded) =>
    of(one) === of(other) ? 0 : of(one) > of(other) ? -1 : 1
  return deals.toSorted(
    (one, other) =>
      Number(other.isWon) - Number(one.isWon) ||
      byUrgency(one, other) ||
      (other.amount ?? 0) - (one.amount ?? 0) ||
      one.name.localeCompare(other.name),
  )
}
