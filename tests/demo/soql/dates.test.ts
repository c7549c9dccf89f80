import { describe, expect, it } from 'vitest'
import { runQuery } from '#demo/soql/query.ts'
import { column, smallOrg } from './small-org.ts'

/** One deal per closing date, named after it. */
function dealsClosing(...dates: string[]) {
  return { Opportunity: dates.map((CloseDate) => ({ Name: CloseDate, CloseDate })) }
}

/** One deal per moment of creation, named after it. */
function dealsCreated(...moments: string[]) {
  return { Opportunity: moments.map((CreatedDate) => ({ Name: CreatedDate, CreatedDate })) }
}

// 23 November 2026 is a Monday.
const everyDay = Array.from({ length: 1500 }, (_, index) =>
  new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10),
)

describe('a date literal', () => {
  it.each([
    ['YESTERDAY', '2026-11-22', '2026-11-22'],
    ['TODAY', '2026-11-23', '2026-11-23'],
    ['TOMORROW', '2026-11-24', '2026-11-24'],
    ['LAST_WEEK', '2026-11-15', '2026-11-21'],
    ['THIS_WEEK', '2026-11-22', '2026-11-28'],
    ['NEXT_WEEK', '2026-11-29', '2026-12-05'],
    ['LAST_MONTH', '2026-10-01', '2026-10-31'],
    ['THIS_MONTH', '2026-11-01', '2026-11-30'],
    ['NEXT_MONTH', '2026-12-01', '2026-12-31'],
    ['LAST_90_DAYS', '2026-08-25', '2026-11-23'],
    ['NEXT_90_DAYS', '2026-11-24', '2027-02-21'],
    ['LAST_N_DAYS:2', '2026-11-21', '2026-11-23'],
    ['NEXT_N_DAYS:2', '2026-11-24', '2026-11-25'],
    ['N_DAYS_AGO:3', '2026-11-20', '2026-11-20'],
    ['LAST_N_WEEKS:2', '2026-11-08', '2026-11-21'],
    ['NEXT_N_WEEKS:1', '2026-11-29', '2026-12-05'],
    ['N_WEEKS_AGO:1', '2026-11-15', '2026-11-21'],
    ['LAST_N_MONTHS:2', '2026-09-01', '2026-10-31'],
    ['NEXT_N_MONTHS:2', '2026-12-01', '2027-01-31'],
    ['N_MONTHS_AGO:11', '2025-12-01', '2025-12-31'],
    ['THIS_QUARTER', '2026-10-01', '2026-12-31'],
    ['LAST_QUARTER', '2026-07-01', '2026-09-30'],
    ['NEXT_QUARTER', '2027-01-01', '2027-03-31'],
    ['LAST_N_QUARTERS:2', '2026-04-01', '2026-09-30'],
    ['THIS_YEAR', '2026-01-01', '2026-12-31'],
    ['LAST_YEAR', '2025-01-01', '2025-12-31'],
    ['NEXT_N_YEARS:1', '2027-01-01', '2027-12-31'],
    ['N_YEARS_AGO:1', '2025-01-01', '2025-12-31'],
    ['THIS_FISCAL_QUARTER', '2026-11-01', '2027-01-31'],
    ['LAST_FISCAL_QUARTER', '2026-08-01', '2026-10-31'],
    ['NEXT_FISCAL_QUARTER', '2027-02-01', '2027-04-30'],
    ['THIS_FISCAL_YEAR', '2026-02-01', '2027-01-31'],
    ['LAST_FISCAL_YEAR', '2025-02-01', '2026-01-31'],
    ['NEXT_N_FISCAL_QUARTERS:2', '2027-02-01', '2027-07-31'],
    ['N_FISCAL_YEARS_AGO:1', '2025-02-01', '2026-01-31'],
  ])('%s means %s to %s', (literal, first, last) => {
    const org = smallOrg(dealsClosing(...everyDay), { fiscalYearStart: 2 })
    const names = column(`SELECT Name FROM Opportunity WHERE CloseDate = ${literal}`, org)
    expect([names[0], names.at(-1)]).toEqual([first, last])
    expect(names).toEqual(everyDay.filter((day) => day >= first && day <= last))
  })

  it.each([
    ['<', ['2026-10-31']],
    ['<=', ['2026-10-31', '2026-11-01', '2026-11-30']],
    ['>', ['2026-12-01']],
    ['>=', ['2026-11-01', '2026-11-30', '2026-12-01']],
    ['!=', ['2026-10-31', '2026-12-01']],
  ])('is compared as a whole with %s', (operator, names) => {
    const org = smallOrg(dealsClosing('2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'))
    const query = `SELECT Name FROM Opportunity WHERE CloseDate ${operator} THIS_MONTH`
    expect(column(query, org)).toEqual(names)
  })

  it('is read in the time zone of the user', () => {
    const moments = ['2026-11-22T07:59:59.000+0000', '2026-11-22T08:00:00.000+0000']
    const later = ['2026-11-23T07:59:59.000+0000', '2026-11-23T08:00:00.000+0000']
    const org = smallOrg(dealsCreated(...moments, ...later), { timeZone: 'America/Los_Angeles' })
    const query = 'SELECT Name FROM Opportunity WHERE CreatedDate = YESTERDAY'
    expect(column(query, org)).toEqual([moments[1], later[0]])
  })

  it('knows which day it is at the user where the clock has already moved on', () => {
    const org = smallOrg(dealsClosing('2026-11-23', '2026-11-24'), { timeZone: 'Pacific/Auckland' })
    const query = 'SELECT Name FROM Opportunity WHERE CloseDate = TODAY'
    expect(column(query, org)).toEqual(['2026-11-24'])
  })

  it('begins the week on the first day of the locale', () => {
    const days = ['2026-11-22', '2026-11-23', '2026-11-29']
    const week = (locale: string): unknown[] =>
      column(
        'SELECT Name FROM Opportunity WHERE CloseDate = THIS_WEEK',
        smallOrg(dealsClosing(...days), { locale }),
      )
    expect(week('en_US')).toEqual(['2026-11-22', '2026-11-23'])
    expect(week('en_GB')).toEqual(['2026-11-23', '2026-11-29'])
  })

  it('follows a change to summer time', () => {
    const moments = ['2026-03-08T07:59:59.000+0000', '2026-03-09T06:59:59.000+0000']
    const after = '2026-03-09T07:00:00.000+0000'
    const org = smallOrg(dealsCreated(...moments, after), {
      timeZone: 'America/Los_Angeles',
      now: new Date('2026-03-08T20:00:00Z'),
    })
    const query = 'SELECT Name FROM Opportunity WHERE CreatedDate = TODAY'
    expect(column(query, org)).toEqual([moments[1]])
  })
})

describe('a date-time literal', () => {
  const org = smallOrg(dealsCreated('2026-05-01T07:25:37.000+0000', '2026-05-01T09:00:00.000+0000'))

  it.each([
    ['= 2026-05-01T07:25:37Z', 1],
    ['= 2026-05-01T07:25:37.000+0000', 1],
    ['= 2026-05-01T09:25:37+02:00', 1],
    ['> 2026-05-01T07:25:37Z', 1],
    ['>= 2026-05-01T00:25:37-07:00', 2],
    ['!= 2026-05-01T07:25:37Z', 1],
    ['= null', 0],
  ])('%s finds %i', (condition, count) => {
    expect(column(`SELECT Name FROM Opportunity WHERE CreatedDate ${condition}`, org)).toHaveLength(
      count,
    )
  })
})

describe('a date function', () => {
  const org = smallOrg(dealsClosing('2026-11-23', '2026-02-01', '2025-12-31'), {
    fiscalYearStart: 2,
  })

  it.each([
    ['CALENDAR_YEAR(CloseDate) = 2026', ['2026-11-23', '2026-02-01']],
    ['CALENDAR_MONTH(CloseDate) = 11', ['2026-11-23']],
    ['CALENDAR_QUARTER(CloseDate) = 1', ['2026-02-01']],
    ['DAY_IN_MONTH(CloseDate) > 22', ['2026-11-23', '2025-12-31']],
    ['DAY_IN_WEEK(CloseDate) = 2', ['2026-11-23']],
    ['DAY_IN_YEAR(CloseDate) = 365', ['2025-12-31']],
    ['WEEK_IN_MONTH(CloseDate) = 4', ['2026-11-23']],
    ['WEEK_IN_YEAR(CloseDate) = 53', ['2025-12-31']],
    ['FISCAL_YEAR(CloseDate) = 2027', ['2026-11-23', '2026-02-01']],
    ['FISCAL_QUARTER(CloseDate) = 4', ['2026-11-23', '2025-12-31']],
    ['FISCAL_MONTH(CloseDate) = 1', ['2026-02-01']],
  ])('%s finds %j', (condition, names) => {
    expect(column(`SELECT Name FROM Opportunity WHERE ${condition}`, org)).toEqual(names)
  })

  it('reads a date-time in UTC, or in the time zone of the user through convertTimezone', () => {
    const moment = '2026-11-23T02:30:00.000+0000'
    const west = smallOrg(dealsCreated(moment), { timeZone: 'America/Los_Angeles' })
    const where = (condition: string): unknown[] =>
      column(`SELECT Name FROM Opportunity WHERE ${condition}`, west)
    expect(where('DAY_ONLY(CreatedDate) = 2026-11-23')).toEqual([moment])
    expect(where('DAY_ONLY(convertTimezone(CreatedDate)) = 2026-11-22')).toEqual([moment])
    expect(where('HOUR_IN_DAY(CreatedDate) = 2')).toEqual([moment])
    expect(where('HOUR_IN_DAY(convertTimezone(CreatedDate)) = 18')).toEqual([moment])
  })

  it('groups by what it gives', () => {
    const query =
      'SELECT CALENDAR_YEAR(CloseDate), COUNT(Id) n FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate)'
    expect(runQuery(query, org).records).toEqual([
      { attributes: { type: 'AggregateResult' }, expr0: 2025, n: 0 },
      { attributes: { type: 'AggregateResult' }, expr0: 2026, n: 0 },
    ])
  })
})
