import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { bareConnection } from './bare-connection.ts'

const stand = (file: string) => fileURLToPath(new URL(`./stand-ins/${file}`, import.meta.url))

/** What takes the place of a part; the others are absent. */
const inPlace: Readonly<Record<string, string>> = {
  './cache': stand('jsforce-cache.cjs'),
  './util/logger': stand('jsforce-logger.ts'),
  './logger': stand('jsforce-logger.ts'),
}
const absent = stand('absent.cjs')

/** Leaves out the parts and methods of jsforce's connection that ours never uses: 100 kB of the worker. */
export function bareJsforce(): Plugin {
  return {
    name: 'bare-jsforce',
    enforce: 'pre',
    resolveId: {
      filter: {
        id: /^\.\/(?:query|sobject|quick-action|process|oauth2|date|request|registry|session-refresh-delegate|cache|csv|util\/formatter|(?:util\/)?logger|browser\/(?:jsonp|canvas|client))$/,
      },
      handler: (part, importer) =>
        importer &&
        /jsforce\/src\/(?:connection|http-api|transport|request-helper|jsforce|util\/stream)\.ts$/.test(
          importer,
        )
          ? (inPlace[part] ?? absent)
          : null,
    },
    transform: {
      filter: { id: /jsforce\/src\/(?:connection|http-api)\.ts$/ },
      handler: bareConnection,
    },
  }
}
