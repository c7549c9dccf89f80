import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedPart } from '#lib/handoff/changed-part.ts'
import { jsonLength } from '#lib/handoff/json-length.ts'
import { memo, steady } from '#lib/handoff/memo.ts'
import { mentionsPrivateLife } from '#lib/handoff/private-life.ts'

const anything = fc.string({ unit: fc.nat(0xff_ff).map((unit) => String.fromCharCode(unit)) })

describe('the length of a text in JSON', () => {
  it('is what JSON.stringify makes of it, control characters and broken pairs included', () => {
    fc.assert(fc.property(anything, (text) => jsonLength(text) === JSON.stringify(text).length))
    const ascii = fc.string({ unit: fc.nat(0x7f).map((unit) => String.fromCharCode(unit)) })
    fc.assert(fc.property(ascii, (text) => jsonLength(text) === JSON.stringify(text).length))
    expect(jsonLength('\ud83d\ude00')).toBe(4)
  })
})

describe('where a text has changed', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b') })

  it('lies between a beginning and an end that both texts have', () => {
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const { from, to } = changedPart(before, after)
        const end = after.length - to
        expect(from).toBeLessThanOrEqual(to)
        expect(before.slice(0, from)).toBe(after.slice(0, from))
        expect(before.slice(before.length - end)).toBe(after.slice(to))
        expect(from + end).toBeLessThanOrEqual(before.length)
      }),
    )
  })

  it('is nothing where nothing has, and one character after one key', () => {
    expect(changedPart('abc', 'abc')).toEqual({ from: 3, to: 3 })
    expect(changedPart('The close takes days', 'The close takes nine days')).toMatchObject({
      from: 16,
      to: 21,
    })
  })
})

describe('words of private life in a long text', () => {
  const plain = 'The close takes nine days. '.repeat(400)
  const words = ['cancer', 'xcancer', 'gay', 'gayle', 'her wife', 'her husband', 'can', 'cer', 'é']
  const edits = fc.array(
    fc.record({
      at: fc.nat(plain.length),
      cut: fc.constantFrom(0, 1, 3, 20),
      word: fc.constantFrom(...words, ...words.map((word) => ` ${word} `)),
    }),
    { maxLength: 12 },
  )
  /** After a text that has nothing in common with it, all of it is read. */
  const readWhole = (text: string) => {
    mentionsPrivateLife('-'.repeat(20_000))
    return mentionsPrivateLife(text)
  }

  it('are found wherever and in whatever order they are typed', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const texts = list.reduce<readonly string[]>(
          ([last = plain, ...others], { at, cut, word }) => [
            last.slice(0, at) + word + last.slice(at + cut),
            last,
            ...others,
          ],
          [],
        )
        const typed = texts.toReversed()
        expect(typed.map(mentionsPrivateLife)).toEqual(typed.map(readWhole))
      }),
    )
  })

  it('are found when a key between two harmless pieces is taken away', () => {
    expect(mentionsPrivateLife(`${plain}can.cer ${plain}`)).toBe(false)
    expect(mentionsPrivateLife(`${plain}cancer ${plain}`)).toBe(true)
    expect(mentionsPrivateLife(`${plain}xcancer ${plain}`)).toBe(false)
  })
})

describe('what is remembered', () => {
  const data = fc.jsonValue()

  it('stays the same object while it says the same', () => {
    fc.assert(
      fc.property(data, (value) => {
        const copy = structuredClone(value)
        expect(steady(value, copy)).toBe(value)
      }),
    )
  })

  it('is given up for whatever says something else', () => {
    fc.assert(
      fc.property(data, data, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other))
        expect(steady(one, other)).toEqual(other)
      }),
    )
    expect(steady<object>(new Date(0), new Date(1))).toEqual(new Date(1))
    expect(steady<unknown>({ a: undefined }, { b: undefined })).toEqual({ b: undefined })
    expect(steady<unknown>([1], { 0: 1 })).toEqual({ 0: 1 })
  })

  it('is given back when making it again gave the same', () => {
    const remember = memo<readonly string[]>()
    const first = remember('key', [1], () => ['answered'])
    expect(remember('key', [2], () => ['answered'])).toBe(first)
    expect(remember('key', [3], () => ['missing'])).toEqual(['missing'])
  })
})
