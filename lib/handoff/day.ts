const DAY = 24 * 60 * 60 * 1000

/** The calendar day of an instant in UTC, `YYYY-MM-DD`. */
export function dayOf(instant: string): string {
  return instant.slice(0, 10)
}

/** Whole days from one instant or day to another; negative when the second comes first. NaN when either is not a date. */
export function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / DAY)
}
