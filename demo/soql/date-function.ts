import {
  type Day,
  dayAt,
  dayOfText,
  dayOfYear,
  dayText,
  hourAt,
  instantOf,
  partsOf,
} from './plain-date.ts'
import type { Source } from './source.ts'

/** A function of a date or date-time: its value and the type of its value. */
export interface DateFunction {
  readonly type: string
  readonly of: (value: unknown) => unknown
}

type DayNumber = (day: Day, fiscalYearStart: number) => number

const dayNumbers: Readonly<Record<string, DayNumber>> = {
  CALENDAR_YEAR: (day) => partsOf(day).year,
  CALENDAR_QUARTER: (day) => quarter(partsOf(day).month),
  CALENDAR_MONTH: (day) => partsOf(day).month,
  DAY_IN_MONTH: (day) => partsOf(day).dayOfMonth,
  DAY_IN_WEEK: (day) => partsOf(day).dayOfWeek,
  DAY_IN_YEAR: dayOfYear,
  WEEK_IN_MONTH: (day) => Math.ceil(partsOf(day).dayOfMonth / 7),
  WEEK_IN_YEAR: (day) => Math.ceil(dayOfYear(day) / 7),
  FISCAL_MONTH: (day, start) => fiscalMonth(day, start),
  FISCAL_QUARTER: (day, start) => quarter(fiscalMonth(day, start)),
  FISCAL_YEAR: (day, start) => fiscalYear(day, start),
}

/** The date function of that name over values of a type; undefined when there is none. */
export function dateFunction(
  name: string,
  type: string,
  source: Pick<Source, 'timeZone' | 'fiscalYearStart'>,
): DateFunction | undefined {
  // Without convertTimezone() the functions read date-times in UTC, as Salesforce documents.
  const timeZone = type === 'local-datetime' ? source.timeZone : 'UTC'
  const day = (text: string): Day =>
    type === 'date' ? dayOfText(text) : dayAt(instantOf(text), timeZone)
  if (name === 'DAY_ONLY') return { type: 'date', of: ofText((text) => dayText(day(text))) }
  if (name === 'HOUR_IN_DAY') {
    return { type: 'int', of: ofText((text) => hourAt(instantOf(text), timeZone)) }
  }
  const count = dayNumbers[name]
  return count && { type: 'int', of: ofText((text) => count(day(text), source.fiscalYearStart)) }
}

function ofText(change: (text: string) => unknown): (value: unknown) => unknown {
  return (value) => (typeof value === 'string' ? change(value) : null)
}

function quarter(month: number): number {
  return Math.ceil(month / 3)
}

function fiscalMonth(day: Day, start: number): number {
  return ((partsOf(day).month - start + 12) % 12) + 1
}

// A fiscal year is named after the calendar year it ends in, Salesforce's default.
function fiscalYear(day: Day, start: number): number {
  const { year, month } = partsOf(day)
  return start > 1 && month >= start ? year + 1 : year
}
