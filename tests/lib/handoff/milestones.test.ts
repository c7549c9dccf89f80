import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addOffset,
  dayAfter,
  isWorkDay,
  localDay,
  plainCalendar,
} from '#lib/handoff/business-time.ts'
import { planMilestones, reschedule } from '#lib/handoff/milestones.ts'
import type { Timing } from '#lib/handoff/milestones.ts'
import type { Milestone } from '#lib/handoff/template.ts'
import { hasMoved } from '#lib/handoff/transition-moves.ts'
import { arranged, rearranged, standingOf } from '#lib/handoff/transition-plan.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { sdrAe } from '#lib/templates/sdr-ae.ts'
import { instants } from './arbitraries.ts'
import { deal, handoff, NOW } from './builders.ts'
import { calendar, timing } from './timing.ts'

const keys = (over: Partial<Timing>) => planMilestones(aeCsm, timing(over)).map(({ key }) => key)

const lookBack: Milestone = {
  key: 'look-back',
  label: 'Look back',
  kind: 'review',
  anchor: 'effective',
  offset: { amount: 0, unit: 'days' },
  owner: 'incoming',
  required: false,
}

describe('milestones', () => {
  it('hang on their anchors and wait for those without a date', () => {
    const plan = planMilestones(sdrAe, timing())
    const dayOf = (key: string) => plan.find((one) => one.key === key)?.day
    expect(dayOf('decision')).toBe('2027-05-04')
    expect(dayOf('agenda')).toBeNull()
  })

  it('come by their days, and those without a date after all others', () => {
    const days = planMilestones(sdrAe, timing()).map(({ day }) => day ?? 'without')
    expect(new Set(days)).toContain('without')
    expect(days).toEqual(days.toSorted())
  })

  it('that are open and untouched move with their anchor, all others stay', () => {
    const before = planMilestones(aeCsm, timing())
    const touched = before.map((one) => {
      if (one.key === 'check-in') return { ...one, touched: true }
      return one.key === 'submit' ? { ...one, status: 'done' as const } : one
    })
    const moved = timing({ anchors: { won: '2027-06-01T10:00:00Z' } })
    const after = reschedule(touched, aeCsm, moved)
    const daysOf = (key: string) =>
      [before, after].map((list) => list.find((one) => one.key === key)?.day)
    expect(daysOf('check-in')).toEqual(['2027-05-17', '2027-05-17'])
    expect(daysOf('submit')).toEqual(['2027-05-04', '2027-05-04'])
    expect(daysOf('step-back')).toEqual(['2027-06-02', '2027-07-01'])
  })

  it('of the kickoff after three days is due on Monday when those end on a Saturday or Sunday', () => {
    const dueAfter = (won: string, on = calendar) =>
      planMilestones(aeCsm, timing({ anchors: { won }, calendar: on })).find(
        ({ key }) => key === 'schedule-kickoff',
      )?.day
    expect(dueAfter('2027-05-04T10:00:00Z')).toBe('2027-05-07')
    expect(dueAfter('2027-05-05T10:00:00Z')).toBe('2027-05-10')
    expect(dueAfter('2027-05-06T10:00:00Z')).toBe('2027-05-10')
    expect(dueAfter('2027-05-06T10:00:00Z', { ...calendar, holidays: ['2027-05-10'] })).toBe(
      '2027-05-11',
    )
  })

  const units = ['hours', 'days', 'business-hours', 'business-days'] as const
  const planned = fc.record({
    won: instants,
    offset: fc.record({
      amount: fc.integer({ min: -120, max: 120 }),
      unit: fc.constantFrom(...units),
    }),
    off: fc.array(fc.integer({ min: -40, max: 40 }), { maxLength: 20 }),
    workDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    owner: fc.constantFrom('outgoing', 'incoming', 'both', 'manager', 'system'),
  })

  it('of people are due on a working day: the next one, or the last one before what they come before', () => {
    fc.assert(
      fc.property(planned, ({ won, offset, off, workDays, owner }) => {
        const holidays = off.map((count) => dayAfter(won.slice(0, 10), count))
        const own = { ...calendar, workDays, holidays }
        const [first] = aeCsm.milestones
        const milestones = first ? [{ ...first, offset, owner, anchor: 'won' as const }] : []
        const [one] = planMilestones(
          { ...aeCsm, milestones },
          timing({ anchors: { won }, calendar: own }),
        )
        const day = one?.day ?? ''
        // What happens together with something else is on the same day, and what nobody does may be on any.
        const isFree = offset.amount === 0 || owner === 'system'
        let due = localDay(addOffset(won, offset, own), own)
        const isDayOff = (other: string) => !isFree && !isWorkDay(other, own)
        while (isDayOff(due)) due = dayAfter(due, offset.amount < 0 ? -1 : 1)
        expect(day).toBe(due)
        expect(localDay(one?.at ?? '', own)).toBe(day)
      }),
    )
  })

  it('that were late when somebody accepted on a Sunday are due on Monday', () => {
    const sunday = {
      submittedAt: '2026-03-09T09:00:00.000Z',
      decidedAt: '2026-03-15T09:00:00.000Z',
    }
    const accepted = handoff({ status: 'accepted', ...sunday })
    const from = { template: aeCsm, handoff: accepted, deal: deal(), calendar, now: NOW }
    const open = arranged(from).milestones.filter(({ status }) => status === 'open')
    expect(open[0]?.day).toBe('2026-03-16')
    expect(open.filter(({ day }) => day === null || !isWorkDay(day, calendar))).toEqual([])
  })

  it.each([
    { ownerMoves: 'on-accept', day: '2026-03-10' },
    { ownerMoves: 'never', day: null },
  ] as const)(
    'that hang on the day of ownership have it at once where that is of the acceptance: $ownerMoves',
    (moves) => {
      const transfer = { trigger: ['By hand'], ownerMoves: moves.ownerMoves }
      const template = { ...aeCsm, milestones: [lookBack], phases: [], transfer }
      const decidedAt = '2026-03-10T09:00:00.000Z'
      const taken = handoff({ status: 'accepted', submittedAt: NOW, decidedAt })
      const from = { template, handoff: taken, deal: deal(), calendar, now: NOW }
      const { transition, effectiveDate = null } = standingOf(arranged(from), from)
      expect(transition.milestones.map(({ day }) => day)).toEqual([moves.day])
      expect(hasMoved({ ...from, handoff: { ...taken, transition, effectiveDate } })).toBe(false)
    },
  )

  it('that hang on the day of ownership have it at once where that is the end of a phase, and move with it', () => {
    const template = { ...aeCsm, milestones: [...aeCsm.milestones, lookBack] }
    const decidedAt = '2026-03-10T09:00:00.000Z'
    const taken = handoff({ status: 'accepted', submittedAt: NOW, decidedAt })
    const from = { template, handoff: taken, deal: deal(), calendar, now: NOW }
    const { transition, effectiveDate = null } = standingOf(arranged(from), from)
    const dayIn = ({ milestones }: typeof transition) =>
      milestones.find(({ key }) => key === 'look-back')?.day
    expect(effectiveDate).not.toBeNull()
    expect(dayIn(transition)).toBe(effectiveDate)
    const standing = { ...from, handoff: { ...taken, transition, effectiveDate } }
    expect(hasMoved(standing)).toBe(false)
    const phases = transition.phases.map((one) =>
      one.phase === 'exit' ? { ...one, until: '2026-09-01' } : one,
    )
    const longer = rearranged({ ...transition, phases, ownPhases: true }, standing)
    expect(dayIn(longer)).toBe('2026-09-01')
  })

  it('have the days of whoever planned them, wherever they are read', () => {
    const zones = ['Pacific/Auckland', 'Europe/Berlin', 'America/Los_Angeles'] as const
    const read = fc.record({
      zone: fc.constantFrom(...zones),
      by: fc.constantFrom(...zones),
      at: instants,
    })
    fc.assert(
      fc.property(read, ({ zone, by, at }) => {
        const taken = handoff({ status: 'accepted', submittedAt: at, decidedAt: at })
        const from = (timeZone: string) => ({
          template: aeCsm,
          handoff: taken,
          deal: deal(),
          calendar: plainCalendar(timeZone),
          now: at,
        })
        const transition = arranged(from(zone))
        const reader = { ...from(by), handoff: { ...taken, transition } }
        expect(rearranged(transition, reader)).toEqual(transition)
        expect(hasMoved(reader)).toBe(false)
      }),
    )
  })

  it('are left out in other variants and where their condition does not hold', () => {
    expect(keys({ variant: 'express' })).toEqual(['notify', 'submit', 'meeting', 'step-back'])
    expect(keys({ holds: () => false })).not.toContain('late-call')
  })
})
