import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const stand = (file: string) => fileURLToPath(new URL(`./stand-ins/${file}`, import.meta.url))

const inPlace = {
  mutationCache: stand('mutation-cache.ts'),
  infiniteQueryBehavior: stand('infinite-query-behavior.ts'),
} as const

/** TanStack Query without mutations and endless queries, which popup and panel would load before their first paint and never use. */
export function bareQueries(): Plugin {
  return {
    name: 'bare-queries',
    enforce: 'pre',
    resolveId: {
      filter: { id: /\/(?:mutationCache|infiniteQueryBehavior)\.js$/ },
      handler: (id) =>
        id.endsWith('/mutationCache.js') ? inPlace.mutationCache : inPlace.infiniteQueryBehavior,
    },
  }
}
