import { readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import { bareConnection } from '#lib/manifest/bare-connection.ts'

const whole = readFileSync('node_modules/jsforce/browser/connection.js', 'utf8')
const bare = bareConnection(whole)

const namesIn = (code: string, pattern: RegExp) =>
  [...code.matchAll(pattern)].map(([, name = '']) => name)
const methodsOf = (code: string) => namesIn(code, /\{\n {4}key: "(\w+)",/g)

describe("what is left of jsforce's connection", () => {
  it('is what makes a request, and nothing else', () => {
    expect(methodsOf(bare)).toContain('request')
    expect(methodsOf(bare).length).toBeLessThan(methodsOf(whole).length / 5)
  })

  it('has every method of its own that it calls', () => {
    const made = bare.slice(bare.indexOf('_createClass(Connection'))
    const called = namesIn(made, /this\.(\w+)\(/g)
    expect(called).not.toEqual([])
    expect(methodsOf(bare)).toEqual(expect.arrayContaining(called))
  })

  it('is still a module that can be read', () => {
    expect(parseSync('connection.js', bare).errors).toEqual([])
  })
})

describe('what is left of what carries a request out', () => {
  const http = readFileSync('node_modules/jsforce/browser/http-api.js', 'utf8')
  const left = bareConnection(http)

  it('knows nothing of refusals, which are thrown before they get there', () => {
    const gone = methodsOf(http).filter((name) => !methodsOf(left).includes(name))
    expect(gone).toEqual(['parseError', 'getError', 'content'])
    const called = namesIn(left, /this\.(?!_)(\w+)\(/g).filter((name) => name !== 'emit')
    expect([...new Set(called)].filter((name) => !methodsOf(left).includes(name))).toEqual([
      'getError',
    ])
  })

  it('is still a module that can be read', () => {
    expect(parseSync('http-api.js', left).errors).toEqual([])
  })
})
