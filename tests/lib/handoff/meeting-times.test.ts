import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainCalendar } from '#lib/handoff/business-time.ts'
import { meetingTimes, type Wanted } from '#lib/handoff/meeting-times.ts'

const berlin = plainCalendar('Europe/Berlin')
const newYork = plainCalendar('America/New_York')
const wanted = (over: Partial<Wanted> = {}): Wanted => ({
  calendars: [berlin],
  busy: [],
  from: '2026-11-25T20:00:00Z',
  minutes: 30,
  days: 5,
  ...over,
})

const HOUR = 3_600_000
const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Adelaide', 'UTC']
const instants = fc
  .integer({ min: 0, max: 14 * 24 * 4 })
  .map((quarters) => new Date(Date.parse('2026-11-20T00:00:00Z') + quarters * (HOUR / 4)))
const stretches = fc.tuple(instants, fc.integer({ min: 1, max: 40 })).map(([from, quarters]) => ({
  from: from.toISOString(),
  to: new Date(from.getTime() + quarters * (HOUR / 4)).toISOString(),
}))

const local = (instant: string, timeZone: string) => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(Date.parse(instant))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return { weekday: part('weekday'), minutes: Number(part('hour')) * 60 + Number(part('minute')) }
}

describe('meeting times', () => {
  it.each(['Asia/Kathmandu', 'Pacific/Chatham', 'Asia/Kolkata'])(
    'begin on the hour or the half hour in %s',
    (place) => {
      const times = meetingTimes(wanted({ calendars: [plainCalendar(place)] }))
      expect(times.length).toBeGreaterThan(4)
      for (const start of times) expect(local(start, place).minutes % 30).toBe(0)
    },
  )

  it('begin at the next half hour where work begins between', () => {
    const [first] = meetingTimes(wanted({ calendars: [{ ...berlin, opens: '08:45' }] }))
    expect(first).toBe('2026-11-26T08:00:00.000Z')
  })

  it('lie in the next working days, the first of each day first', () => {
    expect(meetingTimes(wanted({ days: 3 }))).toEqual([
      '2026-11-26T08:00:00.000Z',
      '2026-11-26T10:00:00.000Z',
      '2026-11-27T08:00:00.000Z',
      '2026-11-27T10:00:00.000Z',
    ])
  })

  it('are when both work, where they are', () => {
    const times = meetingTimes(wanted({ calendars: [berlin, newYork], days: 2 }))
    expect(times).toEqual(['2026-11-26T14:00:00.000Z'])
  })

  it('are none when working hours never meet', () => {
    const calendars = [berlin, plainCalendar('Pacific/Honolulu')]
    expect(meetingTimes(wanted({ calendars, days: 10 }))).toEqual([])
  })

  it('are always within the working hours of all, and never while anybody is busy', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...zones), { minLength: 1, maxLength: 3 }),
        fc.array(stretches, { maxLength: 12 }),
        fc.constantFrom(15, 30, 60),
        instants,
        (places, busy, minutes, from) => {
          const calendars = places.map(plainCalendar)
          const asked = { calendars, busy, minutes, from: from.toISOString(), days: 10 }
          const times = meetingTimes(asked)
          expect(times).toEqual([...new Set(times)].toSorted())
          for (const start of times) {
            const end = new Date(Date.parse(start) + minutes * 60_000).toISOString()
            expect(start >= from.toISOString()).toBe(true)
            for (const one of busy) expect(one.from < end && start < one.to).toBe(false)
            for (const place of places) {
              const begin = local(start, place)
              expect(['Sat', 'Sun']).not.toContain(begin.weekday)
              expect(begin.minutes).toBeGreaterThanOrEqual(9 * 60)
              expect(begin.minutes + minutes).toBeLessThanOrEqual(17 * 60)
            }
          }
        },
      ),
    )
  })
})
