import type { Plugin } from 'vite'

/**
 * jsforce's browser build brings core-js along: a second copy of what every Chromium has, 150 kB to load at
 * the worker's first call, and polyfills that would change the worker's own globals. This gives it the
 * browser's own instead.
 */
export function nativeRuntime(): Plugin {
  return {
    name: 'native-runtime',
    enforce: 'pre',
    resolveId: {
      filter: { id: taken },
      handler: (id, _, { kind }) => `${kind === 'require-call' ? required : imported}${pathIn(id)}`,
    },
    load: {
      filter: { id: /^\0native-runtime-(?:import|require):/ },
      handler: (id) => {
        // What is imported needs no wrapping, which for all of them together takes 3 kB.
        const says = id.startsWith(required) ? 'module.exports =' : 'export default'
        return `${says} ${nativeAt(id.slice(id.indexOf(':') + 1))}`
      },
    },
    transform: { filter: { id: /\/e?sformula\/module\/.*\.js$/ }, handler: withNativeHelpers },
  }
}

/** What a browser does itself of Babel's helpers for those that do not. */
const ofBabel: Readonly<Record<string, string>> = {
  typeof: '(it) => typeof it',
  // A class may extend Error as it is: Reflect.construct makes one of the right kind.
  wrapNativeSuper: '(it) => it',
  slicedToArray: '(it) => Array.isArray(it) ? it : [...it]',
  toConsumableArray: '(it) => [...it]',
  objectWithoutProperties:
    '(it, without) => Object.fromEntries(Object.entries(it ?? {}).filter(([key]) => !without.includes(key)))',
}

/**
 * core-js, what a browser does itself of Babel's helpers, and what nobody calls of them: of generators only those are
 * run that are written as async functions, by `mark` and `wrap`.
 */
const taken = new RegExp(
  `^(?:core-js/modules|core-js-pure|@babel/runtime-corejs3/core-js|@babel/runtime(?:-corejs3)?/helpers/(?:${Object.keys(ofBabel).join('|')})$|\\./(?:typeof|regenerator(?:Async(?:Gen|Iterator)?|Keys|Values))\\.js$)`,
)

const imported = '\0native-runtime-import:'
const required = '\0native-runtime-require:'
const nothing = 'nothing'
const helper = 'helper'

/** How the formula engine goes over lists and puts objects together, in a browser's own words. */
const helpers = {
  'function _createForOfIteratorHelper(': `all) { var it = all[Symbol.iterator]();
  return { s() {}, n: () => it.next(), e(error) { throw error }, f() { it.return?.() } }; }`,
  'function _objectSpread(': '...all) { return Object.assign(...all) }',
}

/** The formula engine with what a browser does itself: each of its files brings a kilobyte for browsers that do not. */
export function withNativeHelpers(code: string): string {
  return code
    .split('\n')
    .map((line) => {
      const [start, native] = Object.entries(helpers).find(([one]) => line.startsWith(one)) ?? []
      return start === undefined ? line : `${start}${native}`
    })
    .join('\n')
}

/** What a module of core-js is about: `@babel/runtime-corejs3/core-js-stable/object/keys` is about `object/keys`. */
export function pathIn(id: string): string {
  const found =
    /^(?:@babel\/runtime-corejs3\/core-js(?:-stable)?|core-js-pure\/(?:es|stable|features|actual|full))\/(.+?)(?:\/index)?(?:\.js)?$/.exec(
      id,
    )
  const [, name = ''] = /(?:^\.|helpers)\/(\w+)(?:\.js)?$/.exec(id) ?? []
  return found?.[1] ?? (name in ofBabel ? `${helper}/${name}` : nothing)
}

/** The expression for what core-js has at a path. Only the paths that jsforce uses are known to be right. */
export function nativeAt(path: string): string {
  const [owner = '', member] = path.split('/')
  if (path === nothing) return '{}'
  if (owner === helper) return ofBabel[member ?? ''] ?? '{}'
  if (path === 'get-iterator-method') return '(it) => it[Symbol.iterator]'
  if (owner === 'instance') return `(it) => it.${camel(member ?? '')}`
  const global = globalNamed(owner)
  return member === undefined ? global : `${global}.${camel(member)}`
}

const names: Readonly<Record<string, string>> = {
  json: 'JSON',
  url: 'URL',
  'url-search-params': 'URLSearchParams',
}
const functions = /^(?:set-|clear-|parse-|global-this|queue-)/

function globalNamed(owner: string): string {
  const name = camel(owner)
  if (functions.test(owner)) return name
  return names[owner] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

function camel(kebab: string): string {
  return kebab.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
