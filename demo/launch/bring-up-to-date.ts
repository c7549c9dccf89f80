const DAY = 24 * 60 * 60 * 1000
const DATE = /^\d{4}-\d{2}-\d{2}$/
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}.*)$/

/** Records by object name, as an org folder keeps them. */
export type Records = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/**
 * The same records as if they had been written today: every date and date-time moves by the days
 * between the day they were written for (`relativeTo` in `org.json`) and today, both `YYYY-MM-DD`.
 */
export function bringUpToDate(
  records: Records,
  writtenOn: string,
  today: string,
): Record<string, Record<string, unknown>[]> {
  const days = Math.round((Date.parse(today) - Date.parse(writtenOn)) / DAY)
  return Object.fromEntries(
    Object.entries(records).map(([object, rows]) => [
      object,
      rows.map((row) => moveRow(row, days)),
    ]),
  )
}

function moveRow(row: Readonly<Record<string, unknown>>, days: number): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [field, move(value, days)]))
}

function move(value: unknown, days: number): unknown {
  if (typeof value !== 'string') return value
  if (DATE.test(value)) return moveDay(value, days)
  const [, day, time] = DATE_TIME.exec(value) ?? []
  return day === undefined || time === undefined ? value : moveDay(day, days) + time
}

function moveDay(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}
