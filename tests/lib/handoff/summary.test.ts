import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clip } from '#lib/handoff/clip.ts'
import { summary, SUMMARY_LIMIT } from '#lib/handoff/summary.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { ana, ben, given, question, section, template, typed } from './builders.ts'
import { briefSources } from './packet-arbitrary.ts'

const about = {
  opportunityName: 'New business',
  accountName: 'Harbor Foods',
  amount: 86_400,
  currency: 'EUR',
  outgoing: ana,
  incoming: ben,
}

const sourceWith = (text: string) => ({
  template: aeCsm,
  name: 'HO-00007',
  about,
  packet: {
    v: 1,
    template: aeCsm,
    variant: 'standard',
    answers: { 'why.pain': typed(text) },
  } as const,
})

const lengthInSalesforce = (text: string) => text.replace(/\n/g, '\r\n').length

describe('a clipped text', () => {
  it('fits, and ends with a whole word of the original', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 40 }),
        fc.integer({ min: 2, max: 120 }),
        (parts, limit) => {
          const text = parts.join(' ')
          const cut = clip(text, { limit, ending: ' …' })
          expect(cut.length).toBeLessThanOrEqual(Math.max(limit, 0))
          const words = cut === text ? [] : cut.replace(/ …$/, '').split(/\s+/).filter(Boolean)
          const original = text.split(/\s+/).filter(Boolean)
          expect(words).toEqual(original.slice(0, words.length))
          expect(cut.isWellFormed()).toBe(text.isWellFormed() || cut.isWellFormed())
        },
      ),
    )
  })

  it.each([
    { text: 'one two three', limit: 9, cut: 'one two …' },
    { text: 'one two three', limit: 8, cut: 'one …' },
    { text: 'one two three', limit: 13, cut: 'one two three' },
    { text: '🙂🙂🙂🙂 word', limit: 7, cut: ' …' },
    { text: 'unbreakable', limit: 5, cut: ' …' },
  ])('“$text” within $limit is “$cut”', ({ text, limit, cut }) => {
    expect(clip(text, { limit, ending: ' …' })).toBe(cut)
  })
})

describe('the summary', () => {
  it('of any handoff fits the field, line breaks counted twice', () => {
    fc.assert(
      fc.property(briefSources, (source) => {
        expect(lengthInSalesforce(summary(source, 'recipient'))).toBeLessThanOrEqual(SUMMARY_LIMIT)
      }),
      { numRuns: 50 },
    )
  })

  it.each([' ', '\n', ' 🙂 '])('of 100 kB of words parted by “%s” ends with whole words', (gap) => {
    const text = `longish${gap}`.repeat(100_000 / 8)
    const short = summary(sourceWith(text), 'recipient')
    expect(lengthInSalesforce(short)).toBeLessThanOrEqual(SUMMARY_LIMIT)
    expect(lengthInSalesforce(short)).toBeGreaterThan(SUMMARY_LIMIT - 100)
    expect(short).toMatch(/(longish|🙂)\n\n… \(shortened: /u)
    expect(short.isWellFormed()).toBe(true)
  })

  it('is readable without Segue', () => {
    const text = summary(sourceWith('Nine days to close the books'), 'recipient')
    expect(text).toContain('Harbor Foods: New business, 86,400 EUR')
    expect(text).toContain('HO-00007, Sales to customer success, Ana Alvarez to Ben Bauer')
    expect(text).toContain(
      'DO NOT ASK AGAIN\n- The problem they want solved: Nine days to close the books',
    )
    expect(text).toContain('The problem they want solved: Nine days to close the books')
  })
})

it('parts the thousands of numbers, and names what they count', () => {
  const numbers = template([
    section([
      question({ key: 'seats', label: 'Seats', answer: { type: 'number', unit: 'users' } }),
      question({ key: 'price', label: 'Price', answer: { type: 'currency' } }),
    ]),
  ])
  const answers = {
    seats: given({ type: 'number', number: 12_000 }),
    price: given({ type: 'currency', amount: 86_400.5, currency: 'EUR' }),
  }
  const packet = { ...sourceWith('').packet, answers }
  const text = summary({ ...sourceWith(''), template: numbers, packet }, 'recipient')
  expect(text).toContain('Seats: 12,000 users')
  expect(text).toContain('Price: 86,400.5 EUR')
})
