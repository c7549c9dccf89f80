import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePattern } from '#lib/handoff/linear-regex.ts'
import { PatternError } from '#lib/handoff/regex-syntax.ts'

const patterns = [
  'a*b',
  '(a|ab)(c|bcd)(d*)',
  '[0-9]{5}(-[0-9]{4})?',
  '(\\w+)@(\\w+)\\.(com|org)',
  '[^aeiou]+',
  'x{2,3}y?',
  '(?:ab)+c*?',
  '\\d{3}-\\d{2}',
  '.*next.*',
  'a|b|',
  '\\p{L}+',
  '[a\\-c]*',
  '(a*)*b',
]

describe('matching a pattern', () => {
  it.each(patterns)('%s matches as the engine of the browser does', (source) => {
    const slow = new RegExp(`^(?:${source})$`, 'u')
    const matches = compilePattern(source)
    const alphabet = fc.constantFrom(...'abcdxy0129-@.om ä'.split(''))
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 12 }), (text) => {
        expect(matches(text)).toBe(slow.test(text))
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    { pattern: '^[A-Z]{2}$', text: 'DE', matches: true },
    { pattern: '(?i)yes', text: 'YeS', matches: true },
    { pattern: '\\$[0-9]+', text: '$12', matches: true },
    { pattern: '[0-9]{5}', text: '123456', matches: false },
    { pattern: '.{3}', text: '🙂ab', matches: true },
  ])('$pattern on $text: $matches', ({ pattern, text, matches }) => {
    expect(compilePattern(pattern)(text)).toBe(matches)
  })

  it.each([
    '(a)\\1',
    '(?=a)b',
    '(?<!a)b',
    'a**',
    '(',
    'a)',
    '[z',
    'a{5000}',
    '(a{900}){900}',
    'a^b',
  ])('%s is refused', (pattern) => {
    expect(() => compilePattern(pattern)).toThrow(PatternError)
  })

  it.each(['(a|b)*a(a|b){200}', '.*a.{400}', '(.*a){40}.{300}'])(
    '%s gives up on 100,000 characters rather than keep anybody waiting',
    (pattern) => {
      const text = Array.from({ length: 100_000 }, (_, at) => ((at * at) % 7 < 3 ? 'a' : 'b')).join(
        '',
      )
      const matches = compilePattern(pattern)
      expect(() => matches(`${text}c`)).toThrow(/too long/)
      expect(matches(text.slice(0, 20))).toBe(false)
    },
  )

  it('a pattern that takes other engines for ever ends on 100,000 characters', () => {
    expect(compilePattern('(a+)+b')('a'.repeat(100_000))).toBe(false)
    expect(compilePattern('(a|a)*(a|aa)*c')('a'.repeat(100_000))).toBe(false)
  })
})
