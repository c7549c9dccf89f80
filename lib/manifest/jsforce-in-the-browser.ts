import { fileURLToPath } from 'node:url'

const stand = (file: string) => fileURLToPath(new URL(`./stand-ins/${file}`, import.meta.url))

/** Names that Node has everywhere, given to the modules that use them. */
const inject: Record<string, [from: string, name: string]> = {
  Buffer: [stand('buffer.ts'), 'Buffer'],
  process: [stand('process.ts'), 'process'],
}

/**
 * What `jsforce/browser/connection` expects of Node, given to it at build time: the modules it uses, and
 * small stand-ins for those it only names. Without the latter the worker would be 500 kB larger.
 */
export const jsforceInTheBrowser = {
  define: { global: 'globalThis', 'process.env': '{}' },
  resolve: {
    alias: {
      // The build for the browsers we run in: 9 kB less, and no dressing for older ones.
      dexie: 'dexie/dist/modern/dexie.mjs',
      events: stand('events.ts'),
      stream: stand('stream.ts'),
      '@sindresorhus/is': stand('is.cjs'),
      // Not jsforce's: of the same kind, for the formula engine.
      acorn: stand('acorn.ts'),
      '@babel/runtime/helpers/toConsumableArray': stand('spread.cjs'),
      'dayjs/plugin/customParseFormat': stand('dayjs-parse-format.ts'),
      'dayjs/plugin/duration': stand('dayjs-duration.ts'),
      xml2js: stand('xml2js.cjs'),
    },
  },
  build: {
    rolldownOptions: {
      transform: { inject },
    },
  },
}
