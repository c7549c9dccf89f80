import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainCalendar } from '#lib/handoff/business-time.ts'
import { toDiscuss } from '#lib/metrics/discussion.ts'
import { mean, median } from '#lib/metrics/figure.ts'
import {
  declineTally,
  inTransition,
  mostClarified,
  pulseMeans,
  scorecards,
  timeByStatus,
} from '#lib/metrics/friction.ts'
import { indicators } from '#lib/metrics/indicators.ts'
import { laterIndicators } from '#lib/metrics/later-indicators.ts'
import { eventRecordSchema, handoffRecordSchema } from '#lib/metrics/record.ts'
import type { HandoffRecord } from '#lib/metrics/record.ts'
import { readings, submittedIn } from '#lib/metrics/report.ts'
import { record } from './records.ts'

const measuring = { now: '2027-05-25T09:00:00Z', calendar: plainCalendar('UTC') }

const reading = (key: string, handoffs: readonly HandoffRecord[], now = measuring.now) =>
  readings(handoffs, { ...measuring, now }).find((one) => one.key === key)

/** The deal moved after the acceptance. */
const closed = { stageMovedAt: '2027-05-12T09:00:00Z' }

const undecided = { decision: null, decidedAt: null } as const

describe('an indicator', () => {
  it.each([
    ['first-submission-completeness', [record(), record({ id: 'b', bypassed: true })], 0.5, ['b']],
    ['first-submission-acceptance', [record(), record({ id: 'b', clarifications: 1 })], 0.5, ['b']],
    ['first-submission-acceptance', [record(), record({ id: 'b', ...undecided })], 1, []],
    ['time-to-accept', [record()], 10, ['a1']],
    ['won-to-handoff', [record()], 8, ['a1']],
    ['time-to-kickoff', [record(), record({ id: 'b', kickoffAt: null })], 7, ['a1']],
    ['decided-in-time', [record(), record({ id: 'b', ...undecided })], 0.5, ['b']],
    [
      'quality',
      [record({ ratings: { context: 2, promises: 4, start: 5 } }), record({ id: 'b' })],
      3,
      ['a1'],
    ],
    ['time-to-first-contact', [record()], 8, ['a1']],
    ['clarifications', [record(), record({ id: 'b', clarifications: 3 })], 1.5, ['b']],
    ['ramp', [record({ stageMovedAt: '2027-05-07T11:00:00Z' })], 2, ['a1']],
    ['time-to-first-value', [record({ firstValueAt: '2027-05-13T09:00:00Z' })], 10, ['a1']],
    [
      'repeat-rate',
      [record({ pulse: { repeat: 5, delay: 1, consistent: 1 } }), record()],
      1,
      ['a1'],
    ],
    ['stalled', [record({ lastActivityAt: null }), record({ id: 'b' })], 0.5, ['a1']],
    [
      'won-after',
      [record({ outcome: 'won', ...closed }), record({ id: 'b', outcome: 'lost', ...closed })],
      0.5,
      ['b'],
    ],
  ] as const)('%s is computed from the handoffs and names those behind it', (...row) => {
    const [key, handoffs, value, behind] = row
    expect(reading(key, handoffs)).toMatchObject({ value, behind })
  })

  it('leaves out deals that were won or lost before the handoff, or nobody knows when', () => {
    const before = { stageMovedAt: '2027-05-05T10:00:00Z' }
    const list = [
      record({ outcome: 'won' }),
      record({ outcome: 'won', ...before }),
      record({ outcome: 'lost', ...before }),
      record({ outcome: 'open', ...closed }),
    ]
    expect(reading('won-after', list)).toMatchObject({ value: null, count: 0 })
  })

  it('is unknown where there is nothing to count', () => {
    expect(readings([], measuring).map(({ value, meetsTarget }) => [value, meetsTarget])).toEqual(
      [...indicators, ...laterIndicators].map(() => [null, null]),
    )
  })

  it('says whether it meets its target, and how it changed', () => {
    const read = readings([record()], measuring, [record({ bypassed: true })])
    const complete = read.find(({ key }) => key === 'first-submission-completeness')
    expect(complete).toMatchObject({ value: 1, meetsTarget: true, change: 1 })
  })

  it('is led by ramp, satisfaction and progress', () => {
    const leading = indicators.slice(0, 4).map(({ key }) => key)
    expect(leading).toEqual(['ramp', 'quality', 'repeat-rate', 'stalled'])
  })

  it('that is a share stays within 0 and 1', () => {
    const some = fc.array(
      fc.record({
        bypassed: fc.boolean(),
        clarifications: fc.nat(3),
        decision: fc.constantFrom('accepted', 'declined', null),
        lastActivityAt: fc.constantFrom(null, '2027-05-20T09:00:00Z'),
        outcome: fc.constantFrom('open', 'won', 'lost', null),
      }),
    )
    fc.assert(
      fc.property(some, (list) => {
        const records = list.map((over, at) => record(Object.assign({ id: `a${at}` }, over)))
        for (const { unit, value } of readings(records, measuring)) {
          const shown = unit === 'share' ? (value ?? 0) : 0
          expect(shown).toBeGreaterThanOrEqual(0)
          expect(shown).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

describe('friction', () => {
  const event = { handoffId: 'a1', kind: 'Submitted', question: null } as const

  it('names the questions asked about most', () => {
    const asked = { ...event, kind: 'Clarification_Requested', at: measuring.now, toStatus: null }
    const events = ['risk', 'promise', 'promise'].map((question) =>
      Object.assign({}, asked, { question }),
    )
    expect(mostClarified(events)).toEqual([
      { key: 'promise', count: 2 },
      { key: 'risk', count: 1 },
    ])
  })

  it('counts the reasons of declines', () => {
    const declined = record({ declineReasons: ['BAD_FIT', 'OTHER'] })
    expect(declineTally([declined, record({ declineReasons: ['OTHER'] })])).toEqual([
      { key: 'OTHER', count: 2 },
      { key: 'BAD_FIT', count: 1 },
    ])
  })

  it('measures the time in each status, until now where it goes on', () => {
    const events = [
      { ...event, at: '2027-05-24T09:00:00Z', toStatus: 'clarification' },
      { ...event, at: '2027-05-20T09:00:00Z', toStatus: 'submitted' },
    ] as const
    expect(timeByStatus(events, measuring.now)).toEqual([
      { status: 'submitted', medianDays: 4, count: 1 },
      { status: 'clarification', medianDays: 1, count: 1 },
    ])
  })

  it('takes a view or a remark for no new stay in the same status', () => {
    const events = [
      { ...event, at: '2027-05-14T09:00:00Z', toStatus: 'submitted' },
      { ...event, at: '2027-05-15T09:00:00Z', kind: 'Viewed', toStatus: 'submitted' },
      { ...event, at: '2027-05-17T09:00:00Z', kind: 'Commented', toStatus: 'submitted' },
      { ...event, at: '2027-05-24T09:00:00Z', kind: 'Accepted', toStatus: 'accepted' },
      { ...event, at: '2027-05-24T10:00:00Z', kind: 'Viewed', toStatus: 'accepted' },
    ] as const
    expect(timeByStatus(events, measuring.now)).toEqual([
      { status: 'submitted', medianDays: 10, count: 1 },
      { status: 'accepted', medianDays: 1, count: 1 },
    ])
  })

  it('takes what was read with an acceptance, or said before it was known, for no way back', () => {
    const events = [
      { ...event, at: '2027-05-14T09:00:00Z', toStatus: 'submitted' },
      { ...event, at: '2027-05-15T09:00:00Z', kind: 'Accepted', toStatus: 'accepted' },
      { ...event, at: '2027-05-15T09:00:00Z', kind: 'Reviewed', toStatus: 'submitted' },
      { ...event, at: '2027-05-16T09:00:00Z', kind: 'Commented', toStatus: 'submitted' },
    ] as const
    expect(timeByStatus(events, measuring.now)).toEqual([
      { status: 'accepted', medianDays: 10, count: 1 },
      { status: 'submitted', medianDays: 1, count: 1 },
    ])
  })

  it('shows where a complete handoff was rated badly', () => {
    const cards = scorecards([
      record({ id: 'good', ratings: { context: 5 } }),
      record({ id: 'paper', ratings: { context: 2, promises: 1 } }),
      record({ id: 'unrated' }),
    ])
    expect(cards.map(({ handoffId, weakest }) => [handoffId, weakest])).toEqual([
      ['paper', 'promises'],
      ['good', 'context'],
    ])
  })

  it('adds up what is in transition', () => {
    const list = [record(), record({ amount: null }), record({ status: 'completed' })]
    expect(inTransition(list)).toEqual({ count: 2, sums: new Map([['EUR', 1000]]) })
  })

  it('averages the customer’s answers', () => {
    const answered = record({ pulse: { repeat: 4, delay: 2, consistent: null } })
    expect(pulseMeans([answered, record()])).toEqual({ repeat: 4, delay: 2, consistent: null })
  })
})

describe('a review', () => {
  it('discusses the handoffs with the most reasons first', () => {
    const late = record({ id: 'late', ...undecided })
    const bad = record({ id: 'bad', outcome: 'lost', firstViewedAt: null, ...closed })
    expect(toDiscuss([record(), late, bad], measuring)).toEqual([
      {
        handoffId: 'bad',
        because: ['The deal was lost after the handoff', 'It was accepted unread'],
      },
      { handoffId: 'late', because: ['The decision is overdue'] },
    ])
  })

  it('does not blame the handoff for a deal that was lost before it', () => {
    const before = { stageMovedAt: '2027-05-05T10:00:00Z' }
    const lost = [record({ outcome: 'lost' }), record({ outcome: 'lost', ...before })]
    expect(toDiscuss(lost, measuring)).toEqual([])
  })

  it('takes the handoffs submitted in a period, its end left out', () => {
    const period = { from: '2027-05-04T09:00:00Z', to: '2027-05-05T00:00:00Z' }
    const next = record({ submittedAt: period.to })
    expect(submittedIn([record(), next, record({ submittedAt: null })], period)).toHaveLength(1)
  })
})

describe('figures', () => {
  it('take a middle and an average', () => {
    expect([median([3, 1]), median([3, 1, 9]), median([]), mean([1, 2]), mean([])]).toEqual([
      2,
      3,
      null,
      1.5,
      null,
    ])
  })

  it('rest on records that follow the schema', () => {
    expect(handoffRecordSchema.parse(record())).toEqual(record())
    expect(
      eventRecordSchema.safeParse({ handoffId: 'a1', kind: 'Viewed', at: 'soon' }).success,
    ).toBe(false)
  })
})
