import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { aheadIn } from '#lib/messaging/ahead.ts'
import { snapshotKey } from '#lib/messaging/inbox-snapshot.ts'

/** Reads what the popup paints first, while its scripts are still on their way. */
export default defineUnlistedScript(() => {
  aheadIn(globalThis).keep(snapshotKey, chrome.storage.session.get(snapshotKey))
})
