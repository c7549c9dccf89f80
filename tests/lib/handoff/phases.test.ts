import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter } from '#lib/handoff/business-time.ts'
import {
  clarificationDueAt,
  decisionTimes,
  firstContactDueAt,
  urgencyAt,
} from '#lib/handoff/clocks.ts'
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
import { calendar, timing } from './timing.ts'

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
