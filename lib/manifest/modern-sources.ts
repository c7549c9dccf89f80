import type { Plugin } from 'vite'

/** Where the sources of a library begin, by the name it is imported by. */
const sources: Readonly<Record<string, string>> = {
  'jsforce/browser/connection': 'jsforce/src/connection.ts',
  sformula: 'sformula/src/index.ts',
  esformula: 'esformula/src/index.ts',
  // Published once more as modules: without a wrapping, and what nobody asks can be left out.
  dayjs: 'dayjs/esm/index.js',
  'dayjs/plugin/utc': 'dayjs/esm/plugin/utc/index.js',
  // Made of a grammar, and published as what was made only.
  './parser': 'sformula/module/parser.js',
  './parserUtils': 'sformula/src/parserUtils.ts',
}

/**
 * jsforce and the formula engine from the sources that they are published with, instead of what Babel made of them for
 * browsers that know neither classes nor async functions: that brings core-js along, a second copy of what every
 * Chromium has, 150 kB to load at the worker's first call, and polyfills that would change the worker's own globals.
 */
export function modernSources(): Plugin {
  return {
    name: 'modern-sources',
    enforce: 'pre',
    resolveId: {
      filter: { id: new RegExp(`^(?:${Object.keys(sources).join('|')})$`) },
      handler(id, importer) {
        const source = sources[id]
        if (source === undefined) return null
        if (id.startsWith('.') && !importer?.includes('/sformula/')) return null
        return this.resolve(source, importer, { skipSelf: true })
      },
    },
  }
}
