import { describe, expect, it } from 'vitest'
import { plainCalendar } from '#lib/handoff/business-time.ts'
import { retentions, withAftermath } from '#lib/metrics/aftermath.ts'
import { toDiscuss } from '#lib/metrics/discussion.ts'
import { handoffsCsv, readings } from '#lib/metrics/report.ts'
import { reviewMarkdown } from '#lib/metrics/review.ts'
import { tracedCauses } from '#lib/metrics/traced.ts'
import { record } from './records.ts'

const measuring = { now: '2027-09-01T00:00:00Z', calendar: plainCalendar('UTC') }
const year = { from: '2026-09-01T00:00:00Z', to: measuring.now }
const entry = { handoffId: 'a1', at: '2027-05-06T00:00:00Z' }

describe('the coverage of the methodology', () => {
  const log = [
    { ...entry, kind: 'Accepted', at: '2027-05-05T11:00:00Z', coverage: 0.9 },
    { ...entry, kind: 'Resubmitted', at: '2027-05-05T09:00:00Z', coverage: 0.8 },
    { ...entry, kind: 'Submitted', at: '2027-05-04T09:00:00Z', coverage: 0.6 },
  ]

  it('is that of the first submission and of the acceptance', () => {
    const [one] = withAftermath([record()], log)
    expect(one?.aftermath.coverage).toEqual({ sent: 0.6, accepted: 0.9 })
    expect(withAftermath([record({ id: 'b' })], log)[0]?.aftermath.coverage).toEqual({
      sent: null,
      accepted: null,
    })
  })

  it('is a figure, and both are in the report and the table', () => {
    const list = withAftermath([record()], log)
    const figure = readings(list, measuring).find(({ key }) => key === 'coverage')
    expect(figure).toMatchObject({ value: 0.9, count: 1 })
    expect(reviewMarkdown(list, year, { ...measuring, templates: [] })).toContain(
      '## Methodology covered when accepted\n\n90 %, when sent: 60 %.',
    )
    expect(handoffsCsv(list, 'en-GB')).toContain('"0.6","0.9"')
  })
})

describe('the customers since', () => {
  const said = (
    handoffId: string,
    after: 90 | 365,
    customer: 'active' | 'at-risk' | 'churned',
  ) => ({
    ...entry,
    handoffId,
    kind: 'Outcome_Recorded',
    outcome: { after, customer },
  })
  const won = { outcome: 'won' as const }
  const handoffs = [
    record({ id: 'a', ...won }),
    record({ id: 'b', ...won }),
    record({ id: 'c', ...won }),
    record({ id: 'd', outcome: 'open' }),
    record({ id: 'e', kind: 'sdr-ae' }),
    record({ id: 'f', kind: 'csm-csm', outcome: 'open', decidedAt: '2026-08-20T00:00:00Z' }),
  ]
  const log = [
    said('a', 90, 'active'),
    { ...said('b', 90, 'active'), at: '2027-08-01T00:00:00Z' },
    { ...said('b', 90, 'churned'), at: '2027-08-02T00:00:00Z' },
    said('f', 365, 'at-risk'),
  ]

  it('are counted where their day has come within the time, by what was said last', () => {
    const list = withAftermath(handoffs, log)
    expect(retentions(list, year)).toEqual([
      { days: 90, counts: { active: 1, 'at-risk': 0, churned: 1 }, recorded: 2, open: 2 },
      { days: 365, counts: { active: 0, 'at-risk': 1, churned: 0 }, recorded: 1, open: 0 },
    ])
    expect(retentions(list, { from: year.from, to: '2027-06-01T00:00:00Z' })).toMatchObject([
      { days: 90, open: 1 },
    ])
  })

  it('have left after a year where they had left before: nobody is asked about them again', () => {
    const decidedAt = '2026-08-20T00:00:00Z'
    const list = withAftermath([record({ id: 'a', ...won, decidedAt })], [said('a', 90, 'churned')])
    expect(retentions(list, year)).toMatchObject([
      { days: 90, recorded: 1 },
      { days: 365, counts: { churned: 1 }, recorded: 1, open: 0 },
    ])
  })

  it('stand in the report', () => {
    const text = reviewMarkdown(withAftermath(handoffs, log), year, { ...measuring, templates: [] })
    expect(text).toContain(
      '- After 90 days: 50 % active, 0 % at risk, 50 % left, of 2; 2 not recorded',
    )
    expect(text).toContain('- After 365 days: 0 % active, 100 % at risk, 0 % left, of 1\n')
  })
})

describe('trouble that was traced to handoffs', () => {
  const traced = (handoffId: string, at: string, trace: object) => ({
    handoffId,
    at,
    kind: 'Trouble_Traced',
    trace: { harm: 'lost' as const, cause: 'missing' as const, ...trace },
  })
  const log = [
    traced('a', '2027-06-01T00:00:00Z', { about: 'why.pain', label: 'Pain', words: 'We *asked*.' }),
    traced('b', '2027-06-01T00:00:00Z', {}),
    traced('b', '2027-06-02T00:00:00Z', { cause: 'none' as const }),
    traced('c', '2027-06-01T00:00:00Z', { harm: 'complaint' as const, cause: 'slow' as const }),
  ]
  const list = withAftermath(
    ['a', 'b', 'c'].map((id) => record({ id, name: `HO-${id}` })),
    log,
  )

  it('is what a review begins with, in words that stay words', () => {
    const [first] = toDiscuss(list, measuring)
    expect(first).toMatchObject({
      handoffId: 'a',
      because: [
        'The deal was lost: something was missing in the handoff (“Pain”) – “We *asked*.”',
        'Nothing has happened for 14 days',
      ],
    })
    const summer = { from: '2027-06-01T00:00:00Z', to: measuring.now }
    expect(reviewMarkdown(list, summer, { ...measuring, templates: [] })).toContain(
      String.raw`- HO-a: The deal was lost: something was missing in the handoff (“Pain”) – “We \*asked\*.”; Nothing`,
    )
  })

  it('is a figure with the handoffs behind it, and none of what was taken back', () => {
    const figure = readings(list, measuring).find(({ key }) => key === 'traced')
    expect(figure).toMatchObject({ count: 3, behind: ['a', 'c'] })
    expect(figure?.value).toBeCloseTo(2 / 3)
  })

  it('counts in the time in which what still stands was said', () => {
    const [one] = withAftermath(
      [record({ id: 'd' })],
      [
        traced('d', '2027-06-01T00:00:00Z', {}),
        traced('d', '2027-07-01T00:00:00Z', { harm: 'stalled' as const }),
        traced('d', '2027-08-01T00:00:00Z', { harm: 'stalled' as const, cause: 'none' as const }),
      ],
    )
    expect(one?.aftermath).toMatchObject({
      traces: [{ harm: 'lost' }],
      tracedAt: '2027-06-01T00:00:00Z',
    })
  })

  it('is counted by its causes, with what they point at', () => {
    expect(tracedCauses(list).map(({ cause, count, places }) => [cause, count, places])).toEqual([
      ['missing', 1, ['Pain']],
      ['slow', 1, []],
    ])
  })
})
