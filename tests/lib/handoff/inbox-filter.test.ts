import { describe, expect, it } from 'vitest'
import { grouped } from '#lib/handoff/inbox.ts'
import { filterChoices, filtered, noFilter, searchable } from '#lib/handoff/inbox-filter.ts'
import { anna, bodo, item } from './inbox-items.ts'

const items = [
  item({ id: '1', opportunityName: 'Stadtwerke München', accountName: 'SWM' }),
  item({ id: '2', opportunityName: 'Fabrikam renewal', accountName: 'Fabrikam', kind: 'csm-csm' }),
  item({ id: '3', opportunityName: 'Contoso', accountName: 'Contoso', outgoing: bodo }),
]
const found = (filter: Partial<typeof noFilter>) =>
  filtered(searchable(items), { ...noFilter, ...filter }).map(({ id }) => id)

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

  it('narrows and sorts a thousand handoffs within a frame', () => {
    const many = Array.from({ length: 1000 }, (_, place) =>
      item({
        id: String(place),
        opportunityName: `Deal ${place * 7919}`,
        accountName: `A${place % 90}`,
      }),
    )
    const prepared = searchable(many)
    const reader = { userId: bodo.userId, now: '2026-11-24T10:00:00.000Z' }
    const times = ['d', 'de', 'deal', 'deal 7', 'a8', ''].map((text) => {
      const start = performance.now()
      grouped(filtered(prepared, { ...noFilter, text }), reader)
      return performance.now() - start
    })
    expect(times.toSorted((a, b) => a - b)[3]).toBeLessThan(16)
  })
})
