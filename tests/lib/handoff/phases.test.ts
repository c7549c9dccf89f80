import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addOffset,
  dayAfter,
  isWorkDay,
  localDay,
  plainCalendar,
} from '#lib/handoff/business-time.ts'
import {
  clarificationDueAt,
  decisionTimes,
  firstContactDueAt,
  urgencyAt,
} from '#lib/handoff/clocks.ts'
import { planMilestones, reschedule } from '#lib/handoff/milestones.ts'
import type { Timing } from '#lib/handoff/milestones.ts'
import {
  coverProblems,
  dayStrip,
  leadSentence,
  movePhase,
  phaseFindings,
  planPhases,
} from '#lib/handoff/phases.ts'
import type { Phase } from '#lib/handoff/transition.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { builtInTemplates, templateByKey } from '#lib/templates/all.ts'
import { sdrAe } from '#lib/templates/sdr-ae.ts'
import { days, instants } from './arbitraries.ts'

const calendar = plainCalendar('Europe/Berlin')
const timing = (over: Partial<Timing> = {}): Timing => ({
  variant: 'standard',
  anchors: { won: '2027-05-03T10:00:00Z', submitted: '2027-05-04T10:00:00Z' },
  calendar,
  holds: () => true,
  ...over,
})

const somePhases: fc.Arbitrary<Phase[]> = fc.array(
  fc.record({
    phase: fc.constantFrom('shadow', 'joint', 'lead', 'exit'),
    communicationOwner: fc.constantFrom('outgoing', 'incoming'),
    from: fc.integer({ min: 0, max: 40 }).map((count) => dayAfter('2027-05-01', count)),
    until: fc.integer({ min: 0, max: 40 }).map((count) => dayAfter('2027-05-01', count)),
  }),
  { maxLength: 6 },
)

describe('phases', () => {
  it('give every day from start to exit one communication owner, or a finding names the day', () => {
    fc.assert(
      fc.property(somePhases, (phases) => {
        const problems = coverProblems(phases)
        for (const { day } of dayStrip(phases)) {
          const owners = new Set(
            phases
              .filter(({ from, until }) => from <= day && day < until)
              .map(({ communicationOwner }) => communicationOwner),
          )
          const named = problems.some(({ from, to }) => from <= day && day <= to)
          expect(named).toBe(owners.size !== 1)
        }
        expect(phaseFindings(phases)).toHaveLength(problems.length)
      }),
    )
  })

  it('of the shipped templates have no gap and no overlap, whenever their anchors fall', () => {
    const anchors = fc.record(
      {
        won: instants,
        submitted: instants,
        'first-meeting': instants,
        effective: instants,
        kickoff: instants,
      },
      { requiredKeys: ['won', 'submitted', 'effective'] },
    )
    const ordered = anchors.map((times) =>
      Object.fromEntries(
        Object.entries(times).filter(
          ([anchor, at]) =>
            (anchor !== 'kickoff' || at > times.won) &&
            (anchor !== 'first-meeting' || at > times.submitted),
        ),
      ),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...builtInTemplates.map(({ key }) => key)),
        ordered,
        fc.constantFrom('express', 'standard', 'enterprise'),
        (key, times, variant) => {
          const template = templateByKey(key) ?? aeCsm
          const phases = planPhases(template, timing({ anchors: times, variant }))
          expect(phaseFindings(phases)).toEqual([])
        },
      ),
    )
  })

  it('name the days of a gap and of an overlap', () => {
    const phase = { phase: 'joint', communicationOwner: 'outgoing' } as const
    expect(
      phaseFindings([
        { ...phase, from: '2027-05-01', until: '2027-05-04' },
        { phase: 'lead', communicationOwner: 'incoming', from: '2027-05-03', until: '2027-05-06' },
        { phase: 'exit', communicationOwner: 'incoming', from: '2027-05-08', until: '2027-05-09' },
      ]).map(({ sentence }) => sentence),
    ).toEqual([
      'On 3 May 2027 both sides would speak to the customer.',
      'From 6 May 2027 to 7 May 2027 nobody speaks to the customer.',
    ])
  })

  it('move with the kickoff once it has a date', () => {
    const late = timing({
      anchors: { won: '2027-05-03T10:00:00Z', kickoff: '2027-05-25T10:00:00Z' },
    })
    expect(planPhases(aeCsm, timing()).map(({ from }) => from)).toEqual([
      '2027-05-03',
      '2027-05-05',
      '2027-05-17',
      '2027-05-31',
    ])
    expect(planPhases(aeCsm, late).map(({ from }) => from)).toEqual([
      '2027-05-03',
      '2027-05-05',
      '2027-05-25',
      '2027-06-08',
    ])
  })

  it.each([
    ['2027-05-01', 'Ana leads'],
    ['2027-05-12', 'Until 16 May: Ana leads, Ben joins'],
    ['2027-05-17', 'Until 30 May: Ben leads, Ana stays reachable'],
    ['2027-06-02', 'Since 2 June: Ben leads'],
  ])('say on %s: %s', (today, sentence) => {
    const names = { today, outgoing: 'Ana', incoming: 'Ben' }
    expect(leadSentence(planPhases(aeCsm, timing()), names)).toBe(sentence)
  })

  it('stay whole when a person moves a boundary, wherever it is dragged', () => {
    const planned = planPhases(aeCsm, timing())
    fc.assert(
      fc.property(fc.nat(planned.length), days, (index, day) => {
        const moved = movePhase(planned, index, index === 0 ? '2027-05-01' : day)
        expect(phaseFindings(moved)).toEqual([])
        expect(moved.filter(({ from, until }) => from < until)).toHaveLength(planned.length)
      }),
    )
  })

  it('say nothing when there are none', () => {
    fc.assert(
      fc.property(days, (today) => {
        expect(leadSentence([], { today, outgoing: 'Ana', incoming: 'Ben' })).toBe('')
      }),
    )
  })
})

const keys = (over: Partial<Timing>) => planMilestones(aeCsm, timing(over)).map(({ key }) => key)

describe('milestones', () => {
  it('hang on their anchors and wait for those without a date', () => {
    const plan = planMilestones(sdrAe, timing())
    const dayOf = (key: string) => plan.find((one) => one.key === key)?.day
    expect(dayOf('decision')).toBe('2027-05-04')
    expect(dayOf('agenda')).toBeNull()
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
        while (!isFree && !isWorkDay(due, own)) due = dayAfter(due, offset.amount < 0 ? -1 : 1)
        expect(day).toBe(due)
        expect(localDay(one?.at ?? '', own)).toBe(day)
      }),
    )
  })

  it('are left out in other variants and where their condition does not hold', () => {
    expect(keys({ variant: 'express' })).toEqual(['notify', 'submit', 'meeting', 'step-back'])
    expect(keys({ holds: () => false })).not.toContain('late-call')
  })
})

const clock = (pauses: { from: string; to: string | null }[]) =>
  decisionTimes(sdrAe.clocks, '2027-05-04T08:00:00Z', { calendar, pauses })

describe('the decision clock', () => {
  it('runs in business hours', () => {
    expect(clock([])).toEqual({
      paused: false,
      remindAt: '2027-05-04T10:00:00.000Z',
      dueAt: '2027-05-04T12:00:00.000Z',
      escalateAt: '2027-05-05T08:00:00.000Z',
      reassignAt: '2027-05-05T08:00:00.000Z',
    })
  })

  it('stands still while the sender owes an answer, counting overlapping pauses once', () => {
    const paused = clock([
      { from: '2027-05-04T09:00:00Z', to: '2027-05-04T11:00:00Z' },
      { from: '2027-05-04T10:00:00Z', to: '2027-05-04T12:00:00Z' },
    ])
    expect(paused.dueAt).toBe('2027-05-04T15:00:00.000Z')
  })

  it('has no due time while a question is open, but keeps what was due before', () => {
    const open = clock([{ from: '2027-05-04T11:00:00Z', to: null }])
    expect(open).toMatchObject({ paused: true, dueAt: null, remindAt: '2027-05-04T10:00:00.000Z' })
  })

  it('leaves the first contact open where the template sets no time', () => {
    const { firstContact: _, ...clocks } = sdrAe.clocks
    const due = [sdrAe.clocks, clocks].map((one) =>
      firstContactDueAt(one, '2027-05-07T13:00:00Z', { calendar }),
    )
    expect(due).toEqual(['2027-05-10T13:00:00.000Z', null])
  })

  it('gives the sender a due time of their own', () => {
    expect(clarificationDueAt(sdrAe.clocks, '2027-05-07T13:00:00Z', { calendar })).toBe(
      '2027-05-10T09:00:00.000Z',
    )
  })

  it.each([
    ['2027-05-04T09:00:00Z', 'running'],
    ['2027-05-04T10:00:00Z', 'remind'],
    ['2027-05-04T12:00:00Z', 'overdue'],
    ['2027-05-06T08:00:00Z', 'reassign'],
  ])('says how urgent it is at %s: %s', (now, urgency) => {
    expect(urgencyAt(clock([]), now)).toBe(urgency)
  })

  it('is not urgent while it stands still', () => {
    expect(
      urgencyAt(clock([{ from: '2027-05-04T09:00:00Z', to: null }]), '2028-01-01T00:00:00Z'),
    ).toBe('paused')
  })
})
