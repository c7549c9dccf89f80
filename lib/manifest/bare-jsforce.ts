import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const stand = (file: string) => fileURLToPath(new URL(`./stand-ins/${file}`, import.meta.url))

/** What takes the place of a part; the others are absent. */
const inPlace: Readonly<Record<string, string>> = {
  './cache': stand('jsforce-cache.cjs'),
  './util/logger': stand('jsforce-logger.ts'),
}
const absent = stand('absent.cjs')

/** Leaves out the parts of jsforce that a connection names and ours never uses: 70 kB of the worker. */
export function bareJsforce(): Plugin {
  return {
    name: 'bare-jsforce',
    enforce: 'pre',
    resolveId: {
      filter: {
        id: /^\.\/(?:query|sobject|quick-action|process|oauth2|date|request|registry|session-refresh-delegate|cache|csv|util\/formatter|util\/logger|browser\/(?:jsonp|canvas|client))$/,
      },
      handler: (part, importer) =>
        importer &&
        /jsforce\/browser\/(?:connection|http-api|transport|jsforce)\.js$/.test(importer)
          ? (inPlace[part] ?? absent)
          : null,
    },
  }
}
