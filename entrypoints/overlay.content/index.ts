import { defineContentScript } from 'wxt/utils/define-content-script'

import { startOverlay } from './overlay.ts'

export default defineContentScript({
  matches: ['https://*.lightning.force.com/*'],
  runAt: 'document_idle',
  allFrames: false,
  noScriptStartedPostMessage: true,
  main: (context) => startOverlay(context.signal),
})
