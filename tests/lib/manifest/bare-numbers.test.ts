import { globSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import { bared, givenIn, unasked } from '#lib/manifest/bare-numbers.ts'

const bignumber = readFileSync('node_modules/bignumber.js/bignumber.mjs', 'utf8')
const left = bared(bignumber)
const namesOf = (code: string) => givenIn(code).flatMap(({ names }) => names)

/** What of it is called somewhere in a text, by a way in which nothing else is called. */
const calledIn = (text: string) =>
  [...unasked].filter((name) => new RegExp(`(?<!Math|Object)\\.${name}\\(`).test(text))

/** A text without its comments. */
const bare = (text: string) => text.replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '')

describe('what decimal numbers have lost', () => {
  it('was there, and nothing else is gone', () => {
    const names = new Set(namesOf(left))
    const gone = namesOf(bignumber).filter((name) => !names.has(name))
    expect(new Set(gone)).toEqual(unasked)
    expect(parseSync('bignumber.js', left).errors).toEqual([])
  })

  it('is called by no formula', () => {
    const files = globSync(
      'node_modules/{sformula/src/**/*.ts,sformula/module/parser.js,esformula/src/**/*.ts}',
    )
    expect(files.length).toBeGreaterThan(20)
    const ofNumbers = files
      .map((file) => readFileSync(file, 'utf8'))
      .filter((text) => text.includes('bignumber'))
    expect(calledIn(bare(ofNumbers.join('\n')))).toEqual([])
  })

  it('is called by nothing that is left of it', () => {
    // The maker calls `set` with what it is given, and is never given anything.
    const asked = calledIn(bare(left)).filter((name) => name !== 'set')
    expect(asked).toEqual([])
  })
})
