import { globSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import { unasked } from '#lib/manifest/bare-queries.ts'
import { methodsOf, withoutMethods } from '#lib/manifest/methods.ts'

const library = 'node_modules/@tanstack'
const client = readFileSync(`${library}/query-core/build/modern/queryClient.js`, 'utf8')
const left = withoutMethods(client, (name) => unasked.has(name))

/** What of it is called somewhere in a text. */
const calledIn = (text: string) =>
  [...unasked].filter((name) => new RegExp(`\\.${name}(?:<[^(]*>)?\\(`).test(text))

describe('what a client of queries has lost', () => {
  it('was there, and nothing else is gone', () => {
    const gone = methodsOf(client).filter(
      ({ name }) => !methodsOf(left).some((one) => one.name === name),
    )
    expect(new Set(gone.map(({ name }) => name))).toEqual(unasked)
    expect(parseSync('queryClient.js', left).errors).toEqual([])
  })

  it('is called by none of our pages', () => {
    const pages = globSync('{components,entrypoints,lib}/**/*.{ts,tsx}')
    expect(pages.length).toBeGreaterThan(100)
    expect(calledIn(pages.map((file) => readFileSync(file, 'utf8')).join('\n'))).toEqual([])
  })

  it('is called by nothing that is left of the library', () => {
    const used = ['queryCache', 'query', 'queryObserver'].map((name) =>
      readFileSync(`${library}/query-core/build/modern/${name}.js`, 'utf8'),
    )
    const bases = ['useBaseQuery', 'useQuery', 'QueryClientProvider'].map((name) =>
      readFileSync(`${library}/react-query/build/modern/${name}.js`, 'utf8'),
    )
    const code = [left, ...used, ...bases].join('\n').replaceAll(/\/\*[^]*?\*\//g, '')
    expect(calledIn(code)).toEqual([])
  })
})
