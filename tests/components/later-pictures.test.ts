import { describe, expect, it } from 'vitest'
import { laterPictures } from '#components/insights/later-pictures.ts'
import type { HandoffRecord } from '#lib/metrics/record.ts'
import { record } from '../lib/metrics/records.ts'

const period = { from: '2027-07-01T00:00:00Z', to: '2027-09-01T00:00:00Z' }
const formats = { locale: 'en-GB', timeZone: 'UTC' }

const nothing = {
  coverage: { sent: null, accepted: null },
  customer: { after90: null, after365: null },
  traces: [],
  tracedAt: null,
}

/** What is drawn of handoffs of which the first was also submitted within the time. */
function drawn(all: readonly HandoffRecord[]) {
  const pictures = laterPictures({
    within: all.slice(0, 1),
    all,
    period,
    grouping: 'kind',
    formats,
  })
  return pictures.map(({ bars, end }) => ({
    end,
    bars: bars.map(({ label, shown }) => `${label}: ${shown}`),
  }))
}

describe('the pictures of the time after', () => {
  it('tell of coverage, deals, customers and causes, shares on a scale to the whole', () => {
    const then = { stage: 'Proposal', amount: 1000, closeDate: '2027-07-01' }
    const after90 = { stage: 'Closed Won', amount: 900, closeDate: '2027-06-30' }
    const one = record({
      outcome: 'won',
      moments: { submitted: then, accepted: then, after30: then, after90 },
      aftermath: {
        coverage: { sent: 0.6, accepted: 0.9 },
        customer: { after90: 'at-risk', after365: null },
        traces: [{ harm: 'complaint', cause: 'step', about: 'kickoff', label: 'Kickoff' }],
        tracedAt: '2027-08-01T00:00:00Z',
      },
    })
    const other = record({ id: 'b', outcome: 'won', aftermath: nothing })
    expect(drawn([one, other])).toEqual([
      { end: 1, bars: ['Sales to customer success: 90%, when sent: 60%'] },
      {
        end: 1,
        bars: [
          'After 90 days: 100% of 1 in another stage; €1,000 became €900; close date 1 day earlier',
        ],
      },
      {
        end: 1,
        bars: ['After 90 days: 0% active, 100% at risk, 0% left, of 1; 1 not recorded'],
      },
      { end: undefined, bars: ['A step came late, or not at all: 1: “Kickoff”'] },
    ])
  })

  it('are empty where no such day has come', () => {
    const early = record({ decidedAt: '2027-08-20T00:00:00Z', aftermath: nothing })
    expect(drawn([early]).flatMap(({ bars }) => bars)).toEqual([])
  })
})
