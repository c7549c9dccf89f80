import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const none = fileURLToPath(new URL('./stand-ins/mutation-cache.ts', import.meta.url))

/** TanStack Query without its mutations, which popup and panel would load before their first paint and never use. */
export function bareQueries(): Plugin {
  return {
    name: 'bare-queries',
    enforce: 'pre',
    resolveId: { filter: { id: /\/mutationCache\.js$/ }, handler: () => none },
  }
}
