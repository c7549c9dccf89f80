import { describe, expect, it } from 'vitest'
import { plainCalendar } from '#lib/handoff/business-time.ts'
import { groupedBy, groupings } from '#lib/metrics/groups.ts'
import { reviewMarkdown, spokenFigure } from '#lib/metrics/review.ts'
import { stageSpeed } from '#lib/metrics/velocity.ts'
import { record } from './records.ts'

const measuring = { now: '2027-05-25T09:00:00Z', calendar: plainCalendar('UTC') }
const reviewing = { ...measuring, templates: [] }
const period = { from: '2027-05-01T00:00:00Z', to: '2027-06-01T00:00:00Z' }

describe('groups', () => {
  it.each(groupings)('by %s hold every handoff once', (by) => {
    const list = [record(), record({ id: 'b', incoming: null, kind: 'territory' })]
    const groups = groupedBy(list, by)
    expect(groups.flatMap(({ handoffs }) => handoffs.map(({ id }) => id)).toSorted()).toEqual([
      'a1',
      'b',
    ])
  })

  it('are named after the person and begin with the largest', () => {
    const other = { userId: '005000000000009AAA', name: 'Cleo' }
    const list = [record({ outgoing: other }), record(), record()]
    expect(groupedBy(list, 'sender').map(({ label }) => label)).toEqual(['Ana Alvarez', 'Cleo'])
  })
})

describe('the speed through stages', () => {
  it('is measured before and after the acceptance, a stay across it left out', () => {
    const entry = (stage: string, at: string) => ({ opportunityId: 'o1', stage, at })
    const accepted = (decidedAt: string, decision: 'accepted' | 'declined' = 'accepted') => ({
      opportunityId: 'o1',
      decision,
      decidedAt,
    })
    const entries = [
      entry('Closed', '2027-05-20T00:00:00Z'),
      entry('Qualification', '2027-05-01T00:00:00Z'),
      entry('Proposal', '2027-05-05T00:00:00Z'),
      entry('Negotiation', '2027-05-12T00:00:00Z'),
      // A new amount: the deal stays in its stage.
      entry('Negotiation', '2027-05-14T00:00:00Z'),
    ]
    const handoffs = [
      accepted('2027-05-06T00:00:00Z'),
      accepted('2027-05-02T00:00:00Z'),
      accepted('2027-05-13T00:00:00Z', 'declined'),
    ]
    expect(stageSpeed(entries, handoffs)).toEqual([
      { stage: 'Qualification', before: 4, after: null },
      { stage: 'Negotiation', before: null, after: 8 },
    ])
  })

  it('ignores deals that nobody accepted', () => {
    const entries = [{ opportunityId: 'x', stage: 'Proposal', at: measuring.now }]
    expect(stageSpeed(entries, [])).toEqual([])
  })
})

describe('the review', () => {
  it('shows figures with targets, declines and what to discuss', () => {
    const list = [
      record({ bypassed: true, declineReasons: ['BAD_FIT'] }),
      record({ id: 'b', name: 'HO-2 <b>' }),
    ]
    const text = reviewMarkdown(list, period, reviewing)
    expect(text).toContain('2 submitted, 2 in transition worth 2,000 EUR.')
    expect(text).toContain('| Complete at first submission | 50 % | 95 % | missed | 2 |')
    expect(text).toContain(String.raw`- BAD\_FIT: 1`)
    expect(text).toContain('- HO-00001: It was submitted incomplete')
  })

  it('names deals and reasons in words, and adds up each currency for itself', () => {
    const templates = [
      {
        declineReasons: [{ code: 'BAD_FIT', label: 'Not our customer', goesTo: 'sender' as const }],
      },
    ]
    const deal = { id: 'b', name: 'HO-00002', opportunityName: 'Planning *2027*', bypassed: true }
    const list = [
      record({ amount: 0.1 }),
      record({ amount: 0.2, declineReasons: ['BAD_FIT', 'OWN_REASON', 'UN_NAMED'] }),
      record({ ...deal, amount: 5000, currency: 'USD' }),
    ]
    const labels = ['Bad fit', 'Just ours']
    const events = [{ reasons: ['BAD_FIT', 'OWN_REASON'], labels }, { reasons: ['UN_NAMED'] }]
    const text = reviewMarkdown(list, period, { ...measuring, templates, events })
    expect(text).toContain('3 in transition worth 0.3 EUR and 5,000 USD.')
    expect(text).toContain('- Not our customer: 1')
    expect(text).toContain('- Just ours: 1')
    expect(text).toContain(String.raw`- UN\_NAMED: 1`)
    expect(text).toContain(String.raw`- Planning \*2027\* (HO-00002): It was submitted incomplete`)
  })

  it('of an empty period says so', () => {
    expect(reviewMarkdown([], period, reviewing)).toContain('## To discuss\n\nNone.')
  })

  it('names the days where its reader is', () => {
    const evening = { from: '2027-05-01T20:00:00Z', to: '2027-05-31T20:00:00Z' }
    const there = { ...reviewing, calendar: plainCalendar('Pacific/Auckland') }
    expect(reviewMarkdown([], evening, there)).toContain('# Handoffs from 2027-05-02 to 2027-06-01')
  })

  it.each([
    [{ value: 0.954, unit: 'share' }, '95 %'],
    [{ value: 3.96, unit: 'of-five' }, '4 of 5'],
    [{ value: null, unit: 'days' }, '–'],
  ] as const)('says %j as %s', (figure, words) => {
    expect(spokenFigure(figure)).toBe(words)
  })
})
