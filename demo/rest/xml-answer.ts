import { textOf } from '../records/text.ts'
import type { Reply } from './call.ts'

/** What an answer in XML is called. */
export const XML_TYPE = { 'Content-Type': 'application/xml;charset=UTF-8' }

/** Up to this version the format may stand at the end of an address. */
export const LAST_WITH_FORMAT = 57

/**
 * Whether a caller wants XML: by the end of the address, or because `Accept` puts it before JSON.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/intro-rest-architecture.html
 */
export function wantsXml({ pathname }: URL, accept = ''): boolean {
  const version = Number(/^\/services\/data\/v(\d+)/.exec(pathname)?.[1] ?? Number.NaN)
  if (version <= LAST_WITH_FORMAT && /\.xml$/i.test(pathname)) return true
  if (version <= LAST_WITH_FORMAT && /\.json$/i.test(pathname)) return false
  const ranges = accept.split(',').map((range) => {
    const [type = '', ...parameters] = range.trim().toLowerCase().split(';')
    const weight = parameters
      .find((one) => one.trim().startsWith('q='))
      ?.trim()
      .slice(2)
    return { type: type.trim(), weight: Number(weight ?? 1) }
  })
  const known = ranges.filter(({ type }) => type === '*/*' || TYPES.has(type))
  const [first] = known.toSorted((a, b) => b.weight - a.weight)
  return first?.type === 'application/xml'
}

const TYPES: ReadonlySet<string> = new Set(['application/json', 'application/xml'])

/** A reply as XML; undefined for what Salesforce answers in JSON alone. */
export function xmlOf({ status, body }: Reply, { pathname }: URL): string | undefined {
  const root = status >= 400 ? 'Errors' : rootOf(pathname, body)
  if (root === undefined) return undefined
  return `<?xml version="1.0" encoding="UTF-8"?>${element(root, listed(root, body))}`
}

/** By the address behind the version; records and what became of a save tell themselves. */
const ROOTS: Readonly<Record<string, string>> = {
  '': 'urls',
  sobjects: 'DescribeGlobal',
  query: 'QueryResult',
  queryall: 'QueryResult',
  search: 'SearchResults',
  limits: 'LimitsSnapshot',
}

function rootOf(pathname: string, body: unknown): string | undefined {
  const [, , , version, resource = '', object = ''] = pathname.replace(/\.xml$/i, '').split('/')
  if (version === undefined || version === '') return 'Versions'
  if (!isNode(body)) return undefined
  if ('success' in body) return 'Result'
  const { attributes } = body
  if (isNode(attributes)) return String(attributes['type'])
  if (resource === 'sobjects' && object !== '') return object
  return ROOTS[resource.toLowerCase()]
}

/** What stands in an array by itself is called by what it is. */
const ITEMS: Readonly<Record<string, string>> = { Errors: 'Error', Versions: 'Version' }

const listed = (root: string, body: unknown): unknown => {
  const item = ITEMS[root]
  return item === undefined ? body : { [item]: body }
}

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const NIL = ' xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'

/** An element, its `attributes` beside its name; those of a list stand one after the other. */
function element(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => element(name, one)).join('')
  if (value === null || value === undefined) return `<${name}${NIL}/>`
  if (!isNode(value)) return `<${name}>${escaped(textOf(value))}</${name}>`
  const { attributes, ...children } = value
  const beside = isNode(attributes)
    ? Object.entries(attributes).map(([key, text]) => ` ${key}="${escaped(String(text))}"`)
    : []
  const inside = Object.entries(children).map(([key, child]) => element(key, child))
  return `<${name}${beside.join('')}>${inside.join('')}</${name}>`
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Signs that mean something in XML are spelt out; those that no XML may hold are left out. */
function escaped(text: string): string {
  // oxlint-disable-next-line no-control-regex
  const allowed = text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
  return allowed.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)
}
