import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const absent = fileURLToPath(new URL('./stand-ins/absent.cjs', import.meta.url))

/** Leaves out the parts of jsforce that a connection names and ours never uses: 65 kB of the worker. */
export function bareJsforce(): Plugin {
  return {
    name: 'bare-jsforce',
    enforce: 'pre',
    resolveId: {
      filter: {
        id: /^\.\/(?:query|sobject|quick-action|process|oauth2|date|request|registry|session-refresh-delegate|browser\/(?:jsonp|canvas|client))$/,
      },
      handler: (_, importer) =>
        importer && /jsforce\/browser\/(?:connection|transport|jsforce)\.js$/.test(importer)
          ? absent
          : null,
    },
  }
}
