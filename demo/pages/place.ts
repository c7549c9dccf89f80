import { isId, toLongId } from '../org/ids.ts'

/** What an address of the Lightning host asks for. */
export type Place =
  | { readonly kind: 'home' }
  | { readonly kind: 'list'; readonly object: string; readonly filter: string }
  | { readonly kind: 'object-home'; readonly object: string }
  | { readonly kind: 'new'; readonly object: string; readonly behind: string | undefined }
  | { readonly kind: 'record'; readonly id: string; readonly editing: boolean }
  | { readonly kind: 'related'; readonly id: string; readonly list: string }
  | { readonly kind: 'one-app' }
  | { readonly kind: 'unknown' }

const UNKNOWN: Place = { kind: 'unknown' }

/** Reads an address as Lightning does: https://help.salesforce.com, "Lightning URL formats". */
export function placeOf(address: URL): Place {
  const [area, ...path] = address.pathname.split('/').filter((segment) => segment !== '')
  if (area === 'one' && path[0] === 'one.app') return { kind: 'one-app' }
  if (area !== 'lightning') return UNKNOWN
  // Within an app, which is named first, stands what would stand there without it.
  const [branch, ...rest] = path[0] === 'app' ? path.slice(2) : path
  if (branch === undefined) return { kind: 'home' }
  return branches[branch]?.(rest, address.searchParams) ?? UNKNOWN
}

/** Reads a path that another address carries, as `ws` and `backgroundContext` do. */
export function placeAt(path: string): Place {
  const base = 'https://host.invalid'
  return URL.canParse(path, base) ? placeOf(new URL(path, base)) : UNKNOWN
}

type Branch = (rest: readonly string[], words: URLSearchParams) => Place

const branches: Readonly<Record<string, Branch>> = {
  page: ([name]) => (name === 'home' ? { kind: 'home' } : UNKNOWN),
  o: objectPlace,
  r: recordPlace,
}

function objectPlace([object, action]: readonly string[], words: URLSearchParams): Place {
  if (object === undefined) return UNKNOWN
  if (action === 'list')
    return { kind: 'list', object, filter: words.get('filterName') ?? 'Recent' }
  if (action === 'new') {
    return { kind: 'new', object, behind: words.get('backgroundContext') ?? undefined }
  }
  return { kind: 'object-home', object }
}

/** The object's name is optional and never trusted: the id says what the record is. */
function recordPlace(rest: readonly string[]): Place {
  const at = rest[0] !== undefined && isRecordId(rest[0]) ? 0 : 1
  const id = rest[at]
  if (id === undefined || !isRecordId(id)) return UNKNOWN
  const [action, list] = rest.slice(at + 1)
  if (action === 'related' && list !== undefined) return { kind: 'related', id: toLongId(id), list }
  return { kind: 'record', id: toLongId(id), editing: action === 'edit' }
}

function isRecordId(text: string): boolean {
  return /\d/.test(text) && isId(text)
}
