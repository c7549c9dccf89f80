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
 * Whether what lies there is a snapshot. Only the worker of the same version can have left it: content scripts have
 * no access, and an update clears the store (developer.chrome.com/docs/extensions/reference/api/storage).
 */
export function isInboxSnapshot(kept: unknown): kept is InboxSnapshot {
  return typeof kept === 'object' && kept !== null && 'inbox' in kept && 'counts' in kept
}
