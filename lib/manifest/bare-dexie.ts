import type { Plugin } from 'vite'
import { withoutMethods } from './methods.ts'

/** What tables, collections and clauses of Dexie can do that nobody asks of ours. */
export const unasked: ReadonlySet<string> = new Set([
  'above',
  'aboveOrEqual',
  'anyOfIgnoreCase',
  'belowOrEqual',
  'bulkAdd',
  'bulkPut',
  'bulkUpdate',
  'defineClass',
  'desc',
  'distinct',
  'eachKey',
  'eachPrimaryKey',
  'eachUniqueKey',
  'equalsIgnoreCase',
  'firstKey',
  'inAnyRange',
  'lastKey',
  'mapToClass',
  'noneOf',
  'notEqual',
  'startsWithAnyOf',
  'startsWithAnyOfIgnoreCase',
  'startsWithIgnoreCase',
  'uniqueKeys',
  'until',
  'upgrade',
  'upsert',
])

/** What serves live queries only: pages hear from the worker what has changed, and the worker alone has a database. */
export const onlyForLiveQueries: readonly string[] = [
  'this.use(cacheMiddleware);',
  'this.use(observabilityMiddleware);',
  '    liveQuery,\n    extendObservabilitySet,\n',
  'globalEvents(DEXIE_STORAGE_MUTATED_EVENT_NAME).fire(everything);',
  'signalSubscribersNow(everything, true);',
]

/** From the first text up to the second: what a tab would tell the others, through a channel opened at each start. */
export const toOtherTabs = [
  "if (typeof dispatchEvent !== 'undefined' &&\n    typeof addEventListener !== 'undefined') {\n    globalEvents(",
  'function add(value) {',
] as const

/** Dexie without live queries and without what nobody asks of it. Throws when it is written otherwise than expected. */
export function bared(dexie: string): string {
  const [from, to] = toOtherTabs.map((text) => placeOf(dexie, text))
  const alone = dexie.slice(0, from) + dexie.slice(to)
  const silent = onlyForLiveQueries.reduce((code, text) => {
    const at = placeOf(code, text)
    return code.slice(0, at) + code.slice(at + text.length)
  }, alone)
  return withoutMethods(silent, (name) => unasked.has(name))
}

function placeOf(code: string, text: string): number {
  const at = code.indexOf(text)
  if (at < 0 || code.includes(text, at + 1))
    throw new Error(`Dexie is written otherwise than before: see bare-dexie.ts, “${text.trim()}”.`)
  return at
}

/** The worker reads less at each start, and tells nobody what it has written: all pages ask it. */
export function bareDexie(): Plugin {
  return {
    name: 'bare-dexie',
    enforce: 'pre',
    transform: { filter: { id: /\/dexie\/dist\/modern\/dexie\.mjs$/ }, handler: bared },
  }
}
