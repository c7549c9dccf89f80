import { describe, expect, it } from 'vitest'
import { plainCalendar } from '#lib/handoff/business-time.ts'
import { movedSince, withMoments } from '#lib/metrics/moments.ts'
import { handoffsCsv } from '#lib/metrics/report.ts'
import { reviewMarkdown } from '#lib/metrics/review.ts'
import { record } from './records.ts'

const ofDeal = (opportunityId: string, over: Parameters<typeof record>[0] = {}) =>
  Object.assign(record({ id: opportunityId, ...over }), { opportunityId })

/** A deal accepted on 5 May: its history, newest first as it is read. */
const entries = [
  { at: '2027-07-20T00:00:00Z', stage: 'Closed Won', amount: 800, closeDate: '2027-07-20' },
  { at: '2027-05-20T00:00:00Z', stage: 'Negotiation', amount: 900, closeDate: '2027-07-11' },
  { at: '2027-05-05T00:00:00Z', stage: 'Proposal', amount: 1000, closeDate: '2027-07-01' },
  { at: '2027-05-01T00:00:00Z', stage: 'Qualification', amount: 1200, closeDate: '2027-06-01' },
].map((one) => Object.assign(one, { opportunityId: 'o1' }))

const now = '2027-08-10T00:00:00Z'
const period = { from: '2027-05-12T00:00:00Z', to: now }

describe('how a deal stood', () => {
  it('is read from its history as of the submission, the acceptance, and 30 and 90 days after', () => {
    const [one] = withMoments([ofDeal('o1')], entries, now)
    expect(one?.moments).toEqual({
      submitted: { stage: 'Qualification', amount: 1200, closeDate: '2027-06-01' },
      accepted: { stage: 'Proposal', amount: 1000, closeDate: '2027-07-01' },
      after30: { stage: 'Negotiation', amount: 900, closeDate: '2027-07-11' },
      after90: { stage: 'Closed Won', amount: 800, closeDate: '2027-07-20' },
    })
  })

  it('is not known before its day, before its history begins, or where nobody accepted', () => {
    const [early, declined, other] = [
      withMoments([ofDeal('o1')], entries, '2027-05-30T00:00:00Z')[0],
      withMoments([ofDeal('o1', { decision: 'declined' })], entries, now)[0],
      withMoments([ofDeal('o2')], entries, now)[0],
    ]
    expect([early?.moments.after30, declined?.moments.accepted, other?.moments.accepted]).toEqual([
      null,
      null,
      null,
    ])
  })
})

describe('deals since the acceptance', () => {
  const still = { opportunityId: 'o2', at: '2027-04-01T00:00:00Z', stage: 'Closed Won' }
  const list = withMoments(
    [ofDeal('o1'), ofDeal('o2', { currency: 'USD' })],
    [...entries, { ...still, amount: 500, closeDate: '2027-04-01' }],
    now,
  )

  it('are compared in stage, amount by currency and close date', () => {
    expect(movedSince(list, period)[0]).toEqual({
      days: 30,
      deals: 2,
      stageMoved: 0.5,
      amounts: new Map([
        ['EUR', { accepted: 1000, later: 900 }],
        ['USD', { accepted: 500, later: 500 }],
      ]),
      closeDateLater: 5,
    })
  })

  it('count where their day has come within the time', () => {
    const daysIn = (to: string) => movedSince(list, { ...period, to }).map(({ days }) => days)
    expect(daysIn(period.to)).toEqual([30, 90])
    expect(daysIn('2027-07-01T00:00:00Z')).toEqual([30])
    expect(daysIn('2027-05-20T00:00:00Z')).toEqual([])
  })

  it('are compared without what the reader may not see of them', () => {
    const bare = entries.map(({ at, stage, opportunityId }) => ({ at, stage, opportunityId }))
    const hidden = withMoments([ofDeal('o1')], bare, now)
    expect(movedSince(hidden, period)[0]).toMatchObject({
      stageMoved: 1,
      amounts: new Map(),
      closeDateLater: null,
    })
  })

  it('stand in the report and in the table', () => {
    const reviewing = { now, calendar: plainCalendar('UTC'), templates: [] }
    expect(reviewMarkdown(list, period, reviewing)).toContain(
      '- After 30 days: 50 % of 2 in another stage; 1,000 EUR became 900 EUR; still 500 USD; close date 5 days later',
    )
    expect(handoffsCsv(list, 'en-GB')).toContain('"Negotiation","900","2027-07-11"')
  })
})
