import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BookDeal } from '#lib/handoff/book.ts'
import { MOST_TALKS, talks, triage } from '#lib/metrics/triage.ts'
import { bookDeal as deal, someDeals, today } from '../handoff/book-deals.ts'

const ranked = (...deals: readonly BookDeal[]) =>
  triage(deals, today).map(({ deal: { name }, tier }) => `${tier} ${name}`)
const reasonsOf = (changes: Partial<BookDeal>) =>
  triage([deal('it', { worth: 5, ...changes }), deal('rest', { worth: 95 })], today).find(
    (one) => one.deal.name === 'it',
  )?.reasons

describe('the book of somebody who leaves', () => {
  it('has first what is worth most, where nothing else tells the deals apart', () => {
    const book = [deal('small', { worth: 10 }), deal('large', { worth: 80 }), deal('none')]
    expect(ranked(...book)).toEqual(['1 large', '3 small', '3 none'])
  })

  it('has a smaller deal first that hangs on one person and is hardly written down', () => {
    const thin = { contacts: ['Nora Lund'], notes: 40, closeDate: '2026-12-10' }
    expect(ranked(deal('sound', { worth: 80 }), deal('thin', { worth: 20, ...thin }))).toEqual([
      '1 thin',
      '2 sound',
    ])
  })

  it('has a deal behind whose handoff is under way: it is written down', () => {
    const handoff = { status: 'submitted', to: 'Ben Kowalski' } as const
    const book = [deal('sent', { worth: 60, handoff }), deal('not sent', { worth: 40 })]
    expect(ranked(...book)).toEqual(['1 not sent', '2 sent'])
  })

  it('has the earlier date first where as much is at risk, then the name', () => {
    const book = [
      deal('b', { worth: 1 }),
      deal('a', { worth: 1 }),
      deal('soon', { worth: 1, closeDate: '2027-06-01' }),
    ]
    expect(ranked(...book).map((one) => one.slice(2))).toEqual(['soon', 'a', 'b'])
  })

  it('has no more talks first than three days hold, and further deals of the same accounts', () => {
    const many = Array.from({ length: 60 }, (_, at) => deal(`d${at}`, { worth: 1 }))
    expect(talks(triage(many, today)).size).toBe(MOST_TALKS)
    const same = many.map((one) => Object.assign({}, one, { accountId: 'one' }))
    const first = talks(triage(same, today))
    expect(first.size).toBe(1)
    expect(first.get('one')).toHaveLength(30)
  })
})

describe('why a deal is talked about early', () => {
  it.each([
    { changes: {}, reasons: [] },
    { changes: { worth: 20 }, reasons: [{ why: 'share', share: 20 / 115 }] },
    { changes: { worth: null }, reasons: [{ why: 'no-amount' }] },
    { changes: { contacts: [] }, reasons: [{ why: 'no-contact' }] },
    { changes: { contacts: ['Nora Lund'] }, reasons: [{ why: 'one-contact', name: 'Nora Lund' }] },
    { changes: { closeDate: '2026-11-20' }, reasons: [{ why: 'overdue', days: 3 }] },
    { changes: { closeDate: today }, reasons: [{ why: 'closes', days: 0 }] },
    { changes: { renewal: '2026-12-13' }, reasons: [{ why: 'renews', days: 20 }] },
    { changes: { renewal: '2026-11-01' }, reasons: [] },
    { changes: { isWon: true, closeDate: '2026-11-20' }, reasons: [{ why: 'won', days: 3 }] },
    { changes: { notes: 0 }, reasons: [{ why: 'no-notes' }] },
    { changes: { notes: 43 }, reasons: [{ why: 'few-notes', characters: 43 }] },
    { changes: { nextStep: ' ' }, reasons: [{ why: 'no-next-step' }] },
    { changes: { lastActivity: '2026-10-11' }, reasons: [{ why: 'silent', days: 43 }] },
    { changes: { lastActivity: '' as const }, reasons: [{ why: 'never-logged' }] },
    { changes: { contacts: null, notes: null, nextStep: null, lastActivity: null }, reasons: [] },
  ])('$changes: $reasons', ({ changes, reasons }) => {
    expect(reasonsOf(changes)).toEqual(reasons)
  })

  it('is told with the gravest first, behind what it is worth', () => {
    const changes = { worth: 50, nextStep: '', contacts: [], notes: 0 }
    expect(reasonsOf(changes)?.map(({ why }) => why)).toEqual([
      'share',
      'no-contact',
      'no-notes',
      'no-next-step',
    ])
  })

  it('is not its share where there is nothing else', () => {
    expect(triage([deal('a', { worth: 9 })], today)[0]?.reasons).toEqual([])
  })

  it('is not that its amount is missing where all are', () => {
    expect(triage([deal('a'), deal('b')], today).flatMap(({ reasons }) => reasons)).toEqual([])
  })
})

describe('laws of the triage', () => {
  const orderOf = (deals: readonly BookDeal[]) =>
    triage(deals, today).map(({ deal: { name }, tier }) => ({ name, tier }))

  it('loses no deal, and lists the tiers one after the other', () => {
    fc.assert(
      fc.property(someDeals, (deals) => {
        const all = orderOf(deals)
        expect(all.map(({ name }) => name).toSorted()).toEqual(
          deals.map(({ name }) => name).toSorted(),
        )
        const tiers = all.map(({ tier }) => tier)
        expect(tiers).toEqual(tiers.toSorted((one, other) => one - other))
        expect(tiers.slice(0, 1)).toEqual(deals.slice(0, 1).map(() => 1))
      }),
    )
  })

  it('comes out the same in whatever order the deals come', () => {
    const shuffled = someDeals.chain((deals) =>
      fc.tuple(fc.constant(deals), fc.shuffledSubarray([...deals], { minLength: deals.length })),
    )
    fc.assert(
      fc.property(shuffled, ([deals, others]) => {
        expect(orderOf(others)).toEqual(orderOf(deals))
      }),
    )
  })

  it('comes out the same in whichever currency all are compared', () => {
    const whole = fc.constantFrom(2, 4, 0.5)
    fc.assert(
      fc.property(someDeals, whole, (deals, rate) => {
        const dear = deals.map((one) => ({
          ...one,
          worth: one.worth === null ? null : one.worth * rate,
        }))
        expect(orderOf(dear)).toEqual(orderOf(deals))
      }),
    )
  })

  it('has the larger of two deals first that are alike otherwise', () => {
    fc.assert(
      fc.property(
        someDeals,
        fc.nat(),
        fc.double({ min: 0, max: 1e7, noNaN: true }),
        (deals, seed, more) => {
          fc.pre(deals.length > 0)
          const one = deals[seed % deals.length] ?? deal('none')
          const larger = { ...one, name: 'larger', worth: (one.worth ?? 0) + more + 1 }
          const names = orderOf([...deals, larger]).map(({ name }) => name)
          const [first, second] = [names.indexOf('larger'), names.indexOf(one.name)]
          // Where both count as the least there is, the name decides.
          const isLeast =
            larger.worth / deals.reduce((sum, { worth }) => sum + (worth ?? 0), larger.worth)
          expect(first < second || isLeast <= 0.01).toBe(true)
        },
      ),
    )
  })

  it.each([
    { what: 'fewer contacts', change: { contacts: [] } },
    { what: 'no notes', change: { notes: 0 } },
    { what: 'silence', change: { lastActivity: '' as const } },
    { what: 'no next step', change: { nextStep: '' } },
  ])('never puts a deal back for $what', ({ change }) => {
    fc.assert(
      fc.property(someDeals, fc.nat(), (deals, seed) => {
        fc.pre(deals.length > 0)
        const at = seed % deals.length
        const worse = deals.map((one, place) => (place === at ? { ...one, ...change } : one))
        const placeIn = (all: ReturnType<typeof orderOf>) =>
          all.findIndex(({ name }) => name === `deal ${at}`)
        const [before, after] = [orderOf(deals), orderOf(worse)]
        expect(after[placeIn(after)]?.tier).toBeLessThanOrEqual(
          Number(before[placeIn(before)]?.tier),
        )
      }),
    )
  })
})
