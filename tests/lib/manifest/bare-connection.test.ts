import { readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import { bareConnection } from '#lib/manifest/bare-connection.ts'
import { methodsOf } from '#lib/manifest/methods.ts'

const namesOf = (source: string) => methodsOf(source).map(({ name }) => name)
const called = (source: string, pattern: RegExp) =>
  [...source.matchAll(pattern)].map(([, name = '']) => name)

describe("what is left of jsforce's connection", () => {
  const whole = readFileSync('node_modules/jsforce/src/connection.ts', 'utf8')
  const bare = bareConnection(whole)

  it('is what makes a request, and nothing else', () => {
    expect(namesOf(bare)).toContain('request')
    expect(namesOf(bare).length).toBeLessThan(namesOf(whole).length / 5)
  })

  it('has every method of its own that it calls', () => {
    const made = bare.slice(bare.indexOf('export class Connection'))
    const calls = called(made, /this\.(\w+)\(/g)
    expect(calls.filter((name) => namesOf(bare).includes(name))).not.toEqual([])
    // By a listener, which is told nothing by what stands in the place of jsforce's store.
    expect(calls.filter((name) => !namesOf(bare).includes(name))).toEqual(['sobject'])
  })

  it('is still a module that can be read', () => {
    expect(parseSync('connection.ts', bare).errors).toEqual([])
  })
})

describe('what is left of what carries a request out', () => {
  const http = readFileSync('node_modules/jsforce/src/http-api.ts', 'utf8')
  const left = bareConnection(http)

  it('knows nothing of refusals, which are thrown before they get there', () => {
    const gone = namesOf(http).filter((name) => !namesOf(left).includes(name))
    // The last is what a refusal of jsforce's would say.
    expect(gone).toEqual(['parseError', 'getError', 'content'])
    const calls = called(left, /this\.(?!_)(\w+)\(/g).filter((name) => name !== 'emit')
    expect(new Set(calls.filter((name) => !namesOf(left).includes(name)))).toEqual(
      new Set(['getError']),
    )
  })

  it('is still a module that can be read', () => {
    expect(parseSync('http-api.ts', left).errors).toEqual([])
  })
})
