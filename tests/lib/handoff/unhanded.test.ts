import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Unhanded } from '#lib/handoff/unhanded.ts'
import { mostUrgentFirst } from '#lib/handoff/unhanded-order.ts'

const today = '2026-11-23'
const deal = (name: string, changes: Partial<Unhanded> = {}): Unhanded => ({
  opportunityId: name,
  name,
  accountName: '',
  stage: 'Negotiation',
  amount: null,
  currency: '',
  closeDate: today,
  isWon: false,
  hasDraft: false,
  readiness: null,
  ...changes,
})
const order = (deals: readonly Unhanded[]) => mostUrgentFirst(deals, today).map(({ name }) => name)

describe('deals without a handoff', () => {
  it('have those first that are won, whose customer has waited longest in front', () => {
    const deals = [
      deal('closes in a week', { closeDate: '2026-11-30' }),
      deal('won yesterday', { isWon: true, closeDate: '2026-11-22' }),
      deal('should have closed', { closeDate: '2026-11-01' }),
      deal('won last month', { isWon: true, closeDate: '2026-10-20' }),
      deal('has no date', { closeDate: null }),
    ]
    expect(order(deals)).toEqual([
      'won last month',
      'won yesterday',
      'should have closed',
      'closes in a week',
      'has no date',
    ])
  })

  it('have the larger first on the same day', () => {
    expect(order([deal('a', { amount: 10 }), deal('b'), deal('c', { amount: 20 })])).toEqual([
      'c',
      'a',
      'b',
    ])
  })

  it('are in the same order, however they came, and none is lost', () => {
    const one = fc.record({
      amount: fc.option(fc.integer({ min: 0, max: 3 })),
      closeDate: fc.constantFrom('2026-11-01', today, '2027-01-01', null),
      isWon: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (made, seeds) => {
        const deals = made.map((changes, place) => deal(`deal ${place}`, changes))
        const shuffled = deals
          .map((each) => ({ each, at: seeds.next().value }))
          .toSorted((a, b) => Number(a.at) - Number(b.at))
          .map(({ each }) => each)
        expect(order(shuffled)).toEqual(order(deals))
        expect(order(deals).toSorted()).toEqual(deals.map(({ name }) => name).toSorted())
      }),
    )
  })
})
