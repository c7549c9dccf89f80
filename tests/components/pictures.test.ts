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

it('a handoff whose deal is not to be seen is still called something', () => {
  const rated = { opportunityName: '', accountName: '', completeness: 1, ratings: { promises: 1 } }
  const items = [overviewItem('completed', 1, { ...rated, name: 'HO-7' })]
  expect(barsOf('Complete on paper, rated low', items).map(({ label }) => label)).toEqual(['HO-7'])
})
