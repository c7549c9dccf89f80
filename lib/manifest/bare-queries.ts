import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { withoutMethods } from './methods.ts'

const stand = (file: string) => fileURLToPath(new URL(`./stand-ins/${file}`, import.meta.url))

/** What is put in the place of a file of the library, by the end of its name. */
const inPlace: Readonly<Record<string, string>> = {
  mutationCache: stand('mutation-cache.ts'),
  infiniteQueryBehavior: stand('infinite-query-behavior.ts'),
  onlineManager: stand('online-manager.ts'),
}

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

/** TanStack Query without mutations, endless queries and its watch on the network, which popup and panel would load before their first paint and never use. */
export function bareQueries(): Plugin {
  return {
    name: 'bare-queries',
    enforce: 'pre',
    resolveId: {
      filter: { id: new RegExp(`/(?:${Object.keys(inPlace).join('|')})\\.js$`) },
      handler: (id) => inPlace[id.slice(id.lastIndexOf('/') + 1, -'.js'.length)] ?? null,
    },
    transform: {
      filter: { id: /\/query-core\/build\/modern\/queryClient\.js$/ },
      handler: (code) => withoutMethods(code, (name) => unasked.has(name)),
    },
  }
}
