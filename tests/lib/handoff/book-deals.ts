import fc from 'fast-check'
import type { BookDeal } from '#lib/handoff/book.ts'

export const today = '2026-11-23'

/** A deal of somebody who leaves, about which there is nothing to worry. */
export const bookDeal = (name: string, changes: Partial<BookDeal> = {}): BookDeal => ({
  opportunityId: name,
  accountId: `of ${name}`,
  name,
  accountName: '',
  stage: 'Negotiation',
  amount: changes.worth ?? null,
  worth: null,
  currency: 'EUR',
  closeDate: '2027-11-23',
  isWon: false,
  hasDraft: false,
  readiness: null,
  contacts: ['Nora Lund', 'Dana Cole'],
  notes: 900,
  nextStep: 'Legal call on Thursday',
  lastActivity: '2026-11-20',
  renewal: null,
  handoff: null,
  ...changes,
})

const day = fc.constantFrom('2026-10-01', today, '2026-12-01', '2027-01-20', '2028-01-01')

/** Deals of all kinds, of few accounts. */
export const someDeals: fc.Arbitrary<readonly BookDeal[]> = fc
  .array(
    fc.record({
      accountId: fc.constantFrom('', ...Array.from({ length: 15 }, (_, at) => `account ${at}`)),
      worth: fc.option(
        fc.oneof(fc.constantFrom(0, 10, 20), fc.double({ min: 0, max: 1e7, noNaN: true })),
      ),
      closeDate: fc.option(day),
      renewal: fc.option(day),
      isWon: fc.boolean(),
      contacts: fc.option(fc.subarray(['Nora', 'Dana'])),
      notes: fc.option(fc.nat({ max: 400 })),
      nextStep: fc.option(fc.constantFrom('', 'Call')),
      lastActivity: fc.option(fc.constantFrom('' as const, '2026-09-01', '2026-11-20')),
    }),
    { maxLength: 30 },
  )
  .map((all) => all.map((changes, at) => bookDeal(`deal ${at}`, changes)))
