import { isDate } from '../records/datetime.ts'

const DAY = 24 * 60 * 60 * 1000
const DATE = /^\d{4}-\d{2}-\d{2}$/
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}.*)$/
/** What Salesforce stamps itself is never in the future. */
const stamps: ReadonlySet<string> = new Set(['CreatedDate', 'LastModifiedDate', 'SystemModstamp'])

/** Records by object name, as an org folder keeps them. */
export type Records = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/**
 * The same records as if they had been written today: every date and date-time moves by the days
 * between the day they were written for (`relativeTo` in `org.json`, `YYYY-MM-DD`) and now (ISO 8601).
 * What would then have been written later today was written just now.
 */
export function bringUpToDate(
  records: Records,
  writtenOn: string,
  now: string,
): Record<string, Record<string, unknown>[]> {
  const days = Math.round((Date.parse(now.slice(0, 10)) - Date.parse(writtenOn)) / DAY)
  return Object.fromEntries(
    Object.entries(records).map(([object, rows]) => [
      object,
      rows.map((row) => moveRow(row, days, now)),
    ]),
  )
}

function moveRow(
  row: Readonly<Record<string, unknown>>,
  days: number,
  now: string,
): Record<string, unknown> {
  const moved = Object.entries(row).map(([field, value]) => {
    const then = move(value, days)
    const isEarly = stamps.has(field) && Date.parse(String(then)) > Date.parse(now)
    return [field, isEarly ? stampOf(now) : then]
  })
  return Object.fromEntries(moved)
}

/** As Salesforce writes an instant. */
function stampOf(instant: string): string {
  return new Date(instant).toISOString().replace('Z', '+0000')
}

function move(value: unknown, days: number): unknown {
  if (typeof value !== 'string') return value
  if (DATE.test(value)) return moveDay(value, days)
  const [, day, time] = DATE_TIME.exec(value) ?? []
  return day === undefined || time === undefined ? value : moveDay(day, days) + time
}

/** What looks like a day and is none stays as it is, to be refused where it stands. */
function moveDay(day: string, days: number): string {
  if (!isDate(day)) return day
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}
