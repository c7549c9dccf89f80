import { describe, expect, it } from 'vitest'
import { firstWords, withoutMiddle } from '#lib/handoff/clip.ts'

describe('the first words of a text', () => {
  it('are the text itself where it has no more', () => {
    expect(firstWords(' Plans depots ', 2)).toBe('Plans depots')
    expect(firstWords('Call Ivo on Monday', 2)).toBe('Call Ivo …')
  })

  it('end where a text puts no spaces between its words', () => {
    const text = '毎月の計画を二日で終えたいので、現場の表計算をやめます。'.repeat(20)
    const short = firstWords(text, 8)
    expect(short.length).toBeLessThan(150)
    expect(short).toMatch(/^毎月の計画.* …$/)
  })

  it('never end in half a character', () => {
    expect(firstWords('🏭'.repeat(100), 1)).toBe(`${'🏭'.repeat(8)} …`)
    expect(firstWords(`x${'🏭'.repeat(100)}`, 1)).toBe(`x${'🏭'.repeat(7)} …`)
  })
})

describe('a name without its middle', () => {
  it.each([
    ['Renewal', 'Renewal'],
    ['Brightwater Lyon 2027', 'Brigh … 2027'],
    ['🏭'.repeat(20), '🏭🏭 … 🏭🏭'],
  ])('of “%s” is “%s”', (name, short) => {
    expect(withoutMiddle(name, 14)).toBe(short)
  })
})
