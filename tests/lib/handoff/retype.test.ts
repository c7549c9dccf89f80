import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '#lib/handoff/answer.ts'
import { retyped, typedBetween } from '#lib/handoff/retype.ts'
import { spliceBetween, spliced } from '#lib/handoff/splice.ts'
import { ana, draft, given, NOW, typed } from './builders.ts'

/** Any text, halves of characters included, and one that was made of it by typing. */
const edits = fc
  .tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.nat(), fc.nat())
  .map(([before, put, from, length]) => {
    const start = Math.min(from, before.length)
    return { before, after: before.slice(0, start) + put + before.slice(start + length) }
  })

const between = fc.oneof(
  edits,
  fc.record({ before: fc.string({ unit: 'binary' }), after: fc.string({ unit: 'binary' }) }),
)

describe('what makes one text another', () => {
  it('makes exactly that text of it', () => {
    fc.assert(
      fc.property(between, ({ before, after }) => {
        expect(spliced(before, spliceBetween(before, after))).toBe(after)
      }),
    )
  })

  it('holds no half of a character where the texts hold none', () => {
    fc.assert(
      fc.property(between, ({ before, after }) => {
        fc.pre(before.isWellFormed() && after.isWellFormed())
        expect(spliceBetween(before, after).put.isWellFormed()).toBe(true)
      }),
      { examples: [[{ before: 'a😀b', after: 'a😁b' }], [{ before: 'a😀b', after: 'a🈀b' }]] },
    )
  })

  it('is no longer than what was typed', () => {
    const before = 'The board wants four. '.repeat(5000)
    expect(spliceBetween(before, `${before.slice(0, 500)}x${before.slice(500)}`).put).toBe('x')
  })

  it('has no place beyond the text it was made for', () => {
    expect(spliced('four', { from: 3, to: 9, put: '' })).toBeNull()
    expect(spliced('four', { from: 3, to: 2, put: '' })).toBeNull()
  })
})

const none: Answer = { kind: 'none', by: ana, at: NOW }
const stored = draft(
  { why: typed('Price') },
  { revision: 7, updatedAt: '2026-11-26T10:00:00.000Z' },
)
const change = {
  question: 'why',
  since: { revision: 7, savedAt: '2026-11-26T10:00:00.000Z' },
  splice: spliceBetween('Price', 'The price'),
  at: '2026-11-26T10:00:01.000Z',
}

describe('a change within a text', () => {
  it('is made to what was stored when it was typed, and says when that was', () => {
    expect(retyped(stored, change)).toMatchObject({
      why: { ...typed('The price'), at: '2026-11-26T10:00:01.000Z' },
    })
  })

  it.each([
    ['a later change', { revision: 8 }],
    ['another change of that number', { updatedAt: '2026-11-26T10:00:00.001Z' }],
    ['an answer of another kind', { answers: { why: none } }],
    ['no answer', { answers: {} }],
  ])('is not made to %s', (_, over) => {
    expect(retyped({ ...stored, ...over }, change)).toBeNull()
  })

  it('is told from a change of anything else', () => {
    const before = typed('Price')
    const onlyMine: Answer = given({ type: 'text', text: 'The price' }, { tier: 'me' })
    expect(typedBetween(before, typed('The price'))).toEqual({ from: 0, to: 1, put: 'The p' })
    expect(typedBetween(before, onlyMine)).toBeNull()
    expect(typedBetween(before, null)).toBeNull()
    expect(typedBetween(null, before)).toBeNull()
  })
})
