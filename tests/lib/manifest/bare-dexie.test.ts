import { globSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import { bared, unasked } from '#lib/manifest/bare-dexie.ts'
import { methodsOf } from '#lib/manifest/methods.ts'

const dexie = readFileSync('node_modules/dexie/dist/modern/dexie.mjs', 'utf8')
const left = bared(dexie)

/** What of it is called somewhere in a text, by a method's way of being called. */
const calledIn = (text: string) =>
  [...unasked].filter((name) => new RegExp(`\\.${name}(?:<[^(]*>)?\\(`).test(text))

describe('what Dexie has lost', () => {
  it('was there, and no other method is gone', () => {
    const names = new Set(methodsOf(left).map(({ name }) => name))
    const gone = methodsOf(dexie).filter(({ name }) => !names.has(name))
    expect(new Set(gone.map(({ name }) => name))).toEqual(unasked)
    expect(parseSync('dexie.js', left).errors).toEqual([])
  })

  it('is called by nothing of ours that has to do with it', () => {
    const files = globSync('{lib/storage,lib/sync,entrypoints/background}/**/*.ts')
    expect(files.length).toBeGreaterThan(100)
    expect(calledIn(files.map((file) => readFileSync(file, 'utf8')).join('\n'))).toEqual([])
  })

  it('is called by nothing that is left of it', () => {
    expect(calledIn(left.replaceAll(/\/\*[^]*?\*\//g, ''))).toEqual([])
  })

  it('is a channel to other tabs, among others', () => {
    expect(dexie).toContain('new BroadcastChannel(')
    expect(left).not.toContain('new BroadcastChannel(')
  })
})

it('a Dexie that is written otherwise stops the build', () => {
  expect(() => bared(dexie.replace('this.use(cacheMiddleware);', ''))).toThrow(/otherwise/)
})
