import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addBusinessDays,
  addBusinessTime,
  addOffset,
  businessTimeBetween,
  isTimeZone,
  isWorkDay,
  localDay,
  plainCalendar,
} from '#lib/handoff/business-time.ts'
import type { BusinessCalendar } from '#lib/handoff/business-time.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/Santiago',
  'Pacific/Apia',
]

const calendars: fc.Arbitrary<BusinessCalendar> = fc.record({
  timeZone: fc.constantFrom(...zones),
  workDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  opens: fc.constantFrom('00:30', '08:00', '09:00'),
  closes: fc.constantFrom('12:00', '17:30', '23:30'),
  holidays: fc.subarray(['2026-03-30', '2026-10-26', '2026-11-02', '2026-12-25']),
})

// Around the changes of spring and autumn in every zone above.
const starts = fc
  .constantFrom(
    '2026-03-06',
    '2026-03-27',
    '2026-04-03',
    '2026-09-04',
    '2026-10-02',
    '2026-10-23',
    '2026-10-30',
  )
  .chain((day) =>
    fc.integer({ min: 0, max: 6 * 24 * 60 }).map((minutes) => Date.parse(day) + minutes * MINUTE),
  )

const clocks = new Map(
  zones.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
      hourCycle: 'h23',
    }),
  ]),
)

/** What a wall clock shows, asked of the platform and not of our code. */
function wall(at: number, timeZone: string): { day: string; time: string } {
  const [day = '', time = ''] = (clocks.get(timeZone)?.format(at) ?? '').split(', ')
  return { day, time }
}

function isWorkingMinute(at: number, calendar: BusinessCalendar): boolean {
  const { day, time } = wall(at, calendar.timeZone)
  const weekday = new Date(`${day}T00:00Z`).getUTCDay() || 7
  return (
    calendar.workDays.includes(weekday) &&
    !calendar.holidays.includes(day) &&
    time >= calendar.opens &&
    time < calendar.closes
  )
}

/** Walks minute by minute. Where a clock is put back, a day that has closed does not open again. */
function slowlyBetween(from: number, to: number, calendar: BusinessCalendar): number {
  let minutes = 0
  let closed = ''
  for (let at = from - 2 * HOUR; at < to; at += MINUTE) {
    const { day, time } = wall(at, calendar.timeZone)
    if (time >= calendar.closes) closed = day
    if (at >= from && day !== closed && isWorkingMinute(at, calendar)) minutes += 1
  }
  return minutes * MINUTE
}

const santiago: BusinessCalendar = {
  timeZone: 'America/Santiago',
  workDays: [1, 2, 3, 4, 5],
  opens: '00:30',
  closes: '23:30',
  holidays: [],
}

const iso = (at: number) => new Date(at).toISOString()

describe('business time', () => {
  it('between two instants agrees with counting minutes on a wall clock, across daylight saving', () => {
    fc.assert(
      fc.property(
        calendars,
        starts,
        fc.integer({ min: 0, max: 4 * 24 * 60 }),
        (calendar, start, minutes) => {
          const end = start + minutes * MINUTE
          expect(businessTimeBetween(iso(start), iso(end), calendar)).toBe(
            slowlyBetween(start, end, calendar),
          )
        },
      ),
      {
        numRuns: 60,
        // The clock shows 23:00 to 24:00 twice on that Saturday.
        examples: [[{ ...santiago, workDays: [6, 1] }, 1_775_174_400_000, 3061]],
      },
    )
  })

  it('added and then measured is what was added', () => {
    fc.assert(
      fc.property(
        calendars,
        starts,
        fc.integer({ min: 1, max: 60 * 40 }),
        (calendar, start, minutes) => {
          const end = addBusinessTime(iso(start), minutes * MINUTE, calendar)
          expect(businessTimeBetween(iso(start), end, calendar)).toBe(minutes * MINUTE)
          expect(isWorkingMinute(Date.parse(end) - MINUTE, calendar)).toBe(true)
          const back = addBusinessTime(end, -minutes * MINUTE, calendar)
          expect(businessTimeBetween(back, end, calendar)).toBe(minutes * MINUTE)
        },
      ),
    )
  })

  it('in days lands on the n-th working day that a day-by-day walk finds', () => {
    fc.assert(
      fc.property(
        calendars,
        starts,
        fc.integer({ min: -15, max: 15 }),
        (calendar, start, count) => {
          const end = localDay(addBusinessDays(iso(start), count, calendar), calendar)
          const [from = '', to = ''] = [wall(start, calendar.timeZone).day, end].toSorted()
          let walked = 0
          for (let at = Date.parse(from); at <= Date.parse(to); at += 24 * HOUR) {
            const day = iso(at).slice(0, 10)
            if (day !== wall(start, calendar.timeZone).day && isWorkDay(day, calendar)) walked += 1
          }
          expect(walked).toBe(Math.abs(count))
          expect(count === 0 || isWorkDay(end, calendar)).toBe(true)
        },
      ),
    )
  })

  it.each([
    {
      fact: 'four business hours over the weekend in which the clock goes back',
      start: '2026-10-23T13:00:00Z',
      offset: { amount: 4, unit: 'business-hours' },
      end: '2026-10-26T10:00:00.000Z',
    },
    {
      fact: 'two business days keep the time of day when the clock goes back',
      start: '2026-10-23T13:00:00Z',
      offset: { amount: 2, unit: 'business-days' },
      end: '2026-10-27T14:00:00.000Z',
    },
    {
      fact: 'one day keeps the time of day',
      start: '2026-10-24T13:00:00Z',
      offset: { amount: 1, unit: 'days' },
      end: '2026-10-25T14:00:00.000Z',
    },
    {
      fact: '24 hours are exact',
      start: '2026-10-24T13:00:00Z',
      offset: { amount: 24, unit: 'hours' },
      end: '2026-10-25T13:00:00.000Z',
    },
    {
      fact: 'one business day before a Monday is Friday',
      start: '2026-11-02T10:00:00Z',
      offset: { amount: -1, unit: 'business-days' },
      end: '2026-10-30T10:00:00.000Z',
    },
  ] as const)('$fact', ({ start, offset, end }) => {
    expect(addOffset(start, offset, plainCalendar('Europe/Berlin'))).toBe(end)
  })

  it('begins when the clock comes back, on a day whose opening hour daylight saving skips', () => {
    const calendar = {
      timeZone: 'America/Santiago',
      workDays: [7],
      opens: '00:30',
      closes: '12:00',
      holidays: [],
    }
    // In Santiago the clock went from 24:00 on 5 September 2026 to 01:00 on the 6th, at 04:00 UTC.
    expect(businessTimeBetween('2026-09-06T03:59:00Z', '2026-09-06T04:01:00Z', calendar)).toBe(
      60_000,
    )
  })

  it.each([
    ['Asia/Kolkata', true],
    ['UTC', true],
    ['Mars/Olympus', false],
    ['', false],
  ])('knows whether there is a time zone %j', (timeZone, isOne) => {
    expect(isTimeZone(timeZone)).toBe(isOne)
  })
})
