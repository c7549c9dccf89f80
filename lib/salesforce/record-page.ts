import { wholeId } from './record-id.ts'

/** A Lightning page that shows an opportunity: the page's host and the 18-character id. */
export interface OpportunityPage {
  readonly host: string
  readonly opportunityId: string
}

const lightningHost = /^(?:[a-z0-9-]+\.)+lightning\.force\.com$/
const opportunityPrefix = '006'

/**
 * The opportunity that an address shows, or null when it shows none. Only the address is read: the page's
 * own content can be forged. The object is told by the id's key prefix, never by the name in the path.
 */
export function opportunityPage(address: string): OpportunityPage | null {
  const url = lightningUrl(address)
  if (!url) return null
  const shown = [recordInPath(url), recordBehindDialog(url), recordInHash(url)]
  const id = shown.find((one) => one?.startsWith(opportunityPrefix))
  return id ? { host: url.hostname, opportunityId: id } : null
}

function lightningUrl(address: string): URL | null {
  const url = URL.parse(address)
  if (!url || url.protocol !== 'https:' || url.port || url.username || url.password) return null
  return lightningHost.test(url.hostname) ? url : null
}

/** `/lightning/r/Opportunity/<id>/view`, within an app or not, with or without the object, for any view, edit or related list. */
function recordInPath({ pathname }: URL): string | null {
  const path = /^\/lightning\/(?:app\/[^/]+\/)?r\/(.+)/.exec(pathname)?.[1]
  return path ? firstId(path.split('/')) : null
}

/** What lies behind a dialog, such as `/lightning/o/Contact/new?backgroundContext=/lightning/r/…`; a view has nothing behind it. */
function recordBehindDialog({ pathname, searchParams, origin }: URL): string | null {
  const behind = searchParams.get('backgroundContext')
  if (pathname.endsWith('/view') || !behind?.startsWith('/lightning/')) return null
  const parsed = URL.parse(behind, origin)
  return parsed && recordInPath(parsed)
}

/** `/one/one.app#/sObject/<id>/view`, or the base64 JSON that `e.force:navigateToComponent` leaves there. */
function recordInHash(url: URL): string | null {
  if (url.pathname !== '/one/one.app') return null
  const hash = url.hash.slice(1)
  if (hash.startsWith('/sObject/')) return firstId(hash.split(/[/?]/).slice(2, 3))
  return /^eyJ[\w+/=%-]+$/.test(hash) ? recordInState(hash) : null
}

function recordInState(encoded: string): string | null {
  try {
    const state: unknown = JSON.parse(atob(decodeURIComponent(encoded)))
    return firstId(recordIdsIn(state))
  } catch {
    return null // Not a state of ours to read: some other component's hash.
  }
}

function recordIdsIn(state: unknown): readonly string[] {
  if (typeof state !== 'object' || state === null || !('attributes' in state)) return []
  const { attributes } = state
  if (typeof attributes !== 'object' || attributes === null || !('recordId' in attributes))
    return []
  return typeof attributes.recordId === 'string' ? [attributes.recordId] : []
}

function firstId(segments: readonly string[]): string | null {
  for (const segment of segments) {
    const id = wholeId(segment)
    if (id) return id
  }
  return null
}
