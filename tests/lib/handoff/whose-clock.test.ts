import { afterEach, describe, expect, it, vi } from 'vitest'
import { addOffset, instantOn, plainCalendar } from '#lib/handoff/business-time.ts'

afterEach(() => vi.unstubAllEnvs())

const computers = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
]

describe.each(computers)('on a computer whose own clock is that of %s', (computer) => {
  it.each([
    // Clocks show these twice: the first time counts.
    { zone: 'Europe/Berlin', day: '2026-10-25', time: '02:30', at: '2026-10-25T00:30:00.000Z' },
    { zone: 'America/New_York', day: '2026-11-01', time: '01:15', at: '2026-11-01T05:15:00.000Z' },
    {
      zone: 'Australia/Lord_Howe',
      day: '2026-04-05',
      time: '01:45',
      at: '2026-04-04T14:45:00.000Z',
    },
    // Clocks never show these: the first moment after them counts.
    { zone: 'Europe/Berlin', day: '2026-03-29', time: '02:30', at: '2026-03-29T01:00:00.000Z' },
    {
      zone: 'Australia/Lord_Howe',
      day: '2026-10-04',
      time: '02:15',
      at: '2026-10-03T15:30:00.000Z',
    },
    { zone: 'America/Santiago', day: '2026-09-06', time: '00:00', at: '2026-09-06T04:00:00.000Z' },
    // The day on which both this clock and that of the computer change.
    { zone: 'America/Santiago', day: '2026-04-05', time: '00:00', at: '2026-04-05T04:00:00.000Z' },
    { zone: 'Asia/Kathmandu', day: '2026-04-05', time: '09:00', at: '2026-04-05T03:15:00.000Z' },
  ])('clocks in $zone show $time on $day at $at', ({ zone, day, time, at }) => {
    vi.stubEnv('TZ', computer)
    expect(instantOn(day, time, plainCalendar(zone))).toBe(at)
  })

  it.each([
    { zone: 'America/Santiago', from: '2026-04-04T03:00:00.000Z', to: '2026-04-05T04:00:00.000Z' },
    {
      zone: 'Australia/Lord_Howe',
      from: '2026-04-03T13:00:00.000Z',
      to: '2026-04-04T13:00:00.000Z',
    },
    {
      zone: 'Europe/Berlin',
      from: '2026-09-28T08:00:00.000Z',
      to: '2026-10-28T09:00:00.000Z',
      days: 30,
    },
  ])('days in $zone later than $from is $to', ({ zone, from, to, days = 1 }) => {
    vi.stubEnv('TZ', computer)
    expect(addOffset(from, { unit: 'days', amount: days }, plainCalendar(zone))).toBe(to)
  })
})
