import { type Day, dayAt, dayOf, partsOf, plusDays } from './plain-date.ts'
import { languageTag } from '#demo/org/language-tag.ts'
import type { Source } from './source.ts'

/** Days from the first up to, and not including, the last. */
export interface Days {
  readonly from: Day
  readonly until: Day
}

type Calendar = Pick<Source, 'now' | 'timeZone' | 'fiscalYearStart' | 'locale'>

/** The days a date literal such as THIS_FISCAL_QUARTER or LAST_N_DAYS:30 means to the user now. */
export function daysOf(literal: string, calendar: Calendar): Days | undefined {
  const [name = '', count = '0'] = literal.toUpperCase().split(':')
  const now = { today: dayAt(calendar.now.getTime(), calendar.timeZone), calendar }
  const single = singleDays[name]
  if (single !== undefined) return oneDay(plusDays(now.today, single))
  return aroundNow(name, now) ?? counted(name, Number(count), now)
}

interface Now {
  readonly today: Day
  readonly calendar: Calendar
}

const singleDays: Readonly<Record<string, number>> = { YESTERDAY: -1, TODAY: 0, TOMORROW: 1 }

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'FISCAL_QUARTER' | 'FISCAL_YEAR'

/** The first day of the unit so many units from the one today is in. */
const firstDays: Readonly<Record<Unit, (now: Now, units: number) => Day>> = {
  DAY: ({ today }, units) => plusDays(today, units),
  WEEK: ({ today, calendar }, units) =>
    plusDays(today, 7 * units - daysIntoWeek(today, calendar.locale)),
  MONTH: ({ today }, units) => firstOfMonths(today, { size: 1, start: 1 }, units),
  QUARTER: ({ today }, units) => firstOfMonths(today, { size: 3, start: 1 }, units),
  YEAR: ({ today }, units) => firstOfMonths(today, { size: 12, start: 1 }, units),
  FISCAL_QUARTER: ({ today, calendar }, units) =>
    firstOfMonths(today, { size: 3, start: calendar.fiscalYearStart }, units),
  FISCAL_YEAR: ({ today, calendar }, units) =>
    firstOfMonths(today, { size: 12, start: calendar.fiscalYearStart }, units),
}

// Weeks begin on the first day of the week of the user's locale: Sunday in en_US, Monday in en_GB.
function daysIntoWeek(today: Day, locale = 'en_US'): number {
  const { firstDay } = new Intl.Locale(languageTag(locale)).getWeekInfo()
  return (partsOf(today).dayOfWeek - 1 - firstDay + 7) % 7
}

function firstOfMonths(today: Day, span: { size: number; start: number }, units: number): Day {
  const { year, month } = partsOf(today)
  const months = year * 12 + month - span.start
  const first = (Math.floor(months / span.size) + units) * span.size + span.start
  return dayOf(Math.floor((first - 1) / 12), ((first - 1) % 12) + 1, 1)
}

function unitOf(name: string): Unit | undefined {
  const units = [
    'DAY',
    'WEEK',
    'MONTH',
    'QUARTER',
    'YEAR',
    'FISCAL_QUARTER',
    'FISCAL_YEAR',
  ] as const
  return units.find((unit) => unit === name || `${unit}S` === name)
}

const neighbours: Readonly<Record<string, number>> = { LAST: -1, THIS: 0, NEXT: 1 }

/** LAST_WEEK, THIS_FISCAL_YEAR and the like. */
function aroundNow(name: string, now: Now): Days | undefined {
  const [, side = '', unitName = ''] = /^(LAST|THIS|NEXT)_(?!N_)(\w+)$/.exec(name) ?? []
  if (unitName === '90_DAYS') return counted(`${side}_N_DAYS`, 90, now)
  const unit = unitOf(unitName)
  const offset = neighbours[side]
  return unit && offset !== undefined ? unitsFrom(now, unit, [offset, offset + 1]) : undefined
}

/** LAST_N_MONTHS:2, NEXT_N_DAYS:7, N_WEEKS_AGO:3 and the like. */
function counted(name: string, count: number, now: Now): Days | undefined {
  const ago = /^N_(\w+)_AGO$/.exec(name)?.[1]
  const agoUnit = unitOf(ago ?? '')
  if (agoUnit) return unitsFrom(now, agoUnit, [-count, 1 - count])
  const [, side, unitName = ''] = /^(LAST|NEXT)_N_(\w+)$/.exec(name) ?? []
  const unit = unitOf(unitName)
  if (!unit) return undefined
  if (side === 'NEXT') return unitsFrom(now, unit, [1, count + 1])
  // The last n days include today, the last n weeks do not include this week.
  return unitsFrom(now, unit, unit === 'DAY' ? [-count, 1] : [-count, 0])
}

function unitsFrom(now: Now, unit: Unit, [from, until]: readonly [number, number]): Days {
  return { from: firstDays[unit](now, from), until: firstDays[unit](now, until) }
}

function oneDay(day: Day): Days {
  return { from: day, until: plusDays(day, 1) }
}
