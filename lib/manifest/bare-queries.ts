import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { withoutMethods } from './methods.ts'

const stand = (file: string) => fileURLToPath(new URL(`./stand-ins/${file}`, import.meta.url))

const inPlace = {
  mutationCache: stand('mutation-cache.ts'),
  infiniteQueryBehavior: stand('infinite-query-behavior.ts'),
} as const

/** What a client of queries can do that nobody asks of ours. */
export const unasked: ReadonlySet<string> = new Set([
  'isFetching',
  'isMutating',
  'getQueriesData',
  'setQueriesData',
  'infiniteQuery',
  'fetchInfiniteQuery',
  'prefetchInfiniteQuery',
  'ensureInfiniteQueryData',
  'getMutationCache',
  'setDefaultOptions',
  'setQueryDefaults',
  'setMutationDefaults',
  'getMutationDefaults',
  'defaultMutationOptions',
])

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
    transform: {
      filter: { id: /\/query-core\/build\/modern\/queryClient\.js$/ },
      handler: (code) => withoutMethods(code, (name) => unasked.has(name)),
    },
  }
}
