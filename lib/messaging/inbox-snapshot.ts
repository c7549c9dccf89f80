import type { InboxCounts } from '#lib/handoff/inbox.ts'
import type { Inbox } from './inbox-requests.ts'

/** The beginning of the inbox for a first paint, left where a surface may read it before the worker wakes. */
export interface InboxSnapshot {
  readonly inbox: Inbox
  /** How many items there are in each part, those left out included. */
  readonly counts: InboxCounts
}

/** Where the snapshot lies in `chrome.storage.session`: it ends with the browser and with the session. */
export const snapshotKey = 'inbox-snapshot'

/**
 * The snapshot in what the store gave; null when there is none. Only the worker of the same version can have left
 * it: content scripts have no access, and an update clears the store
 * (developer.chrome.com/docs/extensions/reference/api/storage).
 */
export function snapshotIn(kept: unknown): InboxSnapshot | null {
  const snapshot: unknown =
    typeof kept === 'object' && kept !== null && snapshotKey in kept ? kept[snapshotKey] : null
  return isSnapshot(snapshot) ? snapshot : null
}

function isSnapshot(snapshot: unknown): snapshot is InboxSnapshot {
  return (
    typeof snapshot === 'object' && snapshot !== null && 'inbox' in snapshot && 'counts' in snapshot
  )
}
