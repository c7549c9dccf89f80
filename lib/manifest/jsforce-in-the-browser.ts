import { fileURLToPath } from 'node:url'

const stand = (file: string) => fileURLToPath(new URL(`./stand-ins/${file}`, import.meta.url))

/**
 * What `jsforce/browser/connection` expects of Node, given to it at build time: the modules it uses,
 * and harmless stand-ins for those it only names.
 */
export const jsforceInTheBrowser = {
  define: { global: 'globalThis', 'process.env': '{}' },
  resolve: {
    alias: {
      events: 'events/events.js',
      stream: 'stream-browserify',
      buffer: 'buffer/index.js',
      crypto: stand('nothing.ts'),
      querystring: stand('querystring.ts'),
      timers: stand('timers.ts'),
    },
  },
}
