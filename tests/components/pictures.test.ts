import { expect, it } from 'vitest'
import { picturesOf } from '#components/insights/pictures.ts'
import { overviewItem, quarter, quarterLog } from '../gallery/overview.ts'

const given = {
  events: quarterLog,
  stages: [],
  now: new Date().toISOString(),
  templates: [],
  grouping: 'sender' as const,
  formats: { locale: 'en-GB', timeZone: 'UTC' },
}
const barsOf = (title: string, items = quarter) =>
  picturesOf({ ...given, items }).find((picture) => picture.title === title)?.bars ?? []

it('only the log of the handoffs that are shown is counted', () => {
  expect(barsOf('Asked about most').map(({ value }) => value)).toEqual([quarter.length])
  expect(barsOf('Asked about most', quarter.slice(0, 3)).map(({ value }) => value)).toEqual([3])
  expect(barsOf('Time in each status', [])).toEqual([])
})

it('what is compared says what became of it', () => {
  const moved = { stageMovedAt: new Date().toISOString() }
  const items = [
    overviewItem('submitted', 1, { outcome: 'open' }),
    overviewItem('declined', 2),
    overviewItem('accepted', 3, { outcome: 'open', ...moved }),
    overviewItem('completed', 4, moved),
  ]
  expect(barsOf('Handoffs by sender', items).map(({ shown }) => shown)).toEqual([
    '4: 50% accepted, 50% advanced, 25% won',
  ])
})

it('the reasons for late decisions are counted', () => {
  const late = (place: number, delayReason: string) =>
    overviewItem('accepted', place, { delayReason })
  const items = [late(1, 'I was away'), late(2, ''), late(3, 'Stocktaking'), late(4, 'I was away')]
  expect(barsOf('Why decisions came late', items)).toMatchObject([
    { label: 'I was away', shown: '2' },
    { label: 'Stocktaking', shown: '1' },
  ])
})

it('all three answers of customers are shown, as far as there are some', () => {
  const answered = (place: number, repeat: number, delay: number | null) =>
    overviewItem('accepted', place, { pulse: { repeat, delay, consistent: null } })
  expect(barsOf('What customers say', [answered(1, 4, 2), answered(2, 1, null)])).toMatchObject([
    { label: 'They had to repeat themselves', shown: '2.5 of 5' },
    { label: 'It cost them time', shown: '2 of 5' },
  ])
  expect(barsOf('What customers say')).toEqual([])
})

it('what senders and managers rated is shown beside what customers say, and is not in the score of recipients', () => {
  const rating = (place: number, ratings: Record<string, number>) =>
    overviewItem('completed', place, { completeness: 1, ratings })
  const items = [rating(1, { context: 5, start: 1, manager: 4 }), rating(2, { start: 2 })]
  expect(barsOf('What senders and managers say', items)).toMatchObject([
    { label: 'Senders: in good hands from the start', shown: '1.5 of 5' },
    { label: 'Managers: it went well', shown: '4 of 5' },
  ])
  expect(barsOf('Complete on paper, rated low', items)).toEqual([])
  expect(barsOf('What senders and managers say', [])).toEqual([])
})

it('what was asked about says how long the answers took', () => {
  const { id: handoffId } = quarter[0] ?? overviewItem('submitted', 0)
  const question = 'promise.list'
  const entry = (kind: string, at: string, about = question) => ({
    handoffId,
    kind,
    at,
    question: about,
    toStatus: null,
  })
  const events = [
    entry('Clarification_Answered', '2026-05-08T09:00:00Z'),
    entry('Clarification_Answered', '2026-05-03T21:00:00Z'),
    entry('Clarification_Requested', '2026-05-02T09:00:00Z'),
    entry('Clarification_Requested', '2026-05-02T09:00:00Z', 'why.pain'),
  ]
  const picture = picturesOf({ ...given, events, items: quarter }).find(
    ({ title }) => title === 'Asked about most',
  )
  expect(picture?.bars.map(({ shown }) => shown)).toEqual(['1, answered after 1.5 days', '1'])
})

it('what was complete on paper stands beside what the customer had to repeat', () => {
  const rated = { completeness: 1, ratings: { promises: 2 } }
  const pulse = { repeat: 4, delay: null, consistent: null }
  const items = [overviewItem('completed', 1, { ...rated, pulse })]
  expect(barsOf('Complete on paper, rated low', items).map(({ shown }) => shown)).toEqual([
    '100% complete, 2 of 5 (promises), customer had to repeat: 4 of 5',
  ])
})

it('a handoff whose deal is not to be seen is still called something', () => {
  const rated = { opportunityName: '', accountName: '', completeness: 1, ratings: { promises: 1 } }
  const items = [overviewItem('completed', 1, { ...rated, name: 'HO-7' })]
  expect(barsOf('Complete on paper, rated low', items).map(({ label }) => label)).toEqual(['HO-7'])
})
