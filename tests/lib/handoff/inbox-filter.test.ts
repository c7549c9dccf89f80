import { describe, expect, it } from 'vitest'
import { filterChoices, filtered, noFilter } from '#lib/handoff/inbox-filter.ts'
import { anna, bodo, item } from './inbox-items.ts'

const items = [
  item({ id: '1', opportunityName: 'Stadtwerke München', accountName: 'SWM' }),
  item({ id: '2', opportunityName: 'Fabrikam renewal', accountName: 'Fabrikam', kind: 'csm-csm' }),
  item({ id: '3', opportunityName: 'Contoso', accountName: 'Contoso', outgoing: bodo }),
]
const found = (filter: Partial<typeof noFilter>) =>
  filtered(items, { ...noFilter, ...filter }).map(({ id }) => id)

describe('filtering an inbox', () => {
  it.each([
    { filter: {}, ids: ['1', '2', '3'] },
    { filter: { text: 'munchen' }, ids: ['1'] },
    { filter: { text: 'ahlstrom FABRI' }, ids: ['2'] },
    { filter: { text: 'ho-00001 contoso' }, ids: ['3'] },
    { filter: { kind: 'csm-csm' }, ids: ['2'] },
    { filter: { senderId: bodo.userId }, ids: ['3'] },
    { filter: { account: 'SWM', kind: 'csm-csm' }, ids: [] },
  ])('$filter leaves $ids', ({ filter, ids }) => {
    expect(found(filter)).toEqual(ids)
  })

  it('offers what occurs, with how often', () => {
    expect(filterChoices(items).senders).toEqual([
      { value: anna.userId, label: anna.name, count: 2 },
      { value: bodo.userId, label: bodo.name, count: 1 },
    ])
  })

  it('looks into a handoff as it is now, not as it was when it was last looked into', () => {
    const before = item({ id: '1', opportunityName: 'Sahara' })
    const search = (of: typeof before) => filtered([of], { ...noFilter, text: 'sahara' })
    expect(search(before)).toEqual([before])
    expect(search({ ...before, opportunityName: 'Brightwater' })).toEqual([])
    expect(search(before)).toEqual([before])
  })
})
