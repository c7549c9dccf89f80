const DAY = 24 * 60 * 60 * 1000

/** The calendar day of an instant in UTC, `YYYY-MM-DD`. */
export function dayOf(instant: string): string {
  return instant.slice(0, 10)
}

const formats = new Map<string, Intl.DateTimeFormat | null>()

// Swedish dates are written as ISO 8601 writes them.
function formatIn(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  } catch {
    return null
  }
}

/** The calendar day of an instant where the user is; a day stays the day it is. UTC when the zone is not known. */
export function dayIn(timeZone: string | undefined, at: string): string {
  const time = at.length > 10 ? Date.parse(at) : Number.NaN
  if (Number.isNaN(time) || timeZone === undefined) return dayOf(at)
  const known = formats.get(timeZone)
  const format = known === undefined ? formatIn(timeZone) : known
  formats.set(timeZone, format)
  return format?.format(time) ?? dayOf(at)
}

/** What a clock shows at an instant where the user is, such as 09:30; undefined when the zone is not known. */
export function timeIn(timeZone: string, at: string): string | undefined {
  try {
    const style = { timeZone, timeStyle: 'short' } as const
    return new Intl.DateTimeFormat('sv-SE', style).format(Date.parse(at))
  } catch {
    return undefined
  }
}

/** Whole days from one day to another; negative when the second comes first. NaN when either is not a date. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}
