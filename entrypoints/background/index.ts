import { defineBackground } from 'wxt/utils/define-background'
import * as z from 'zod/mini'
import { fromOverlaySchema } from '#lib/messaging/overlay-schema.ts'
import { routeTo } from '#lib/messaging/router.ts'
import { chromePorts } from './chrome-ports.ts'
import { contextAnswers } from './context-answers.ts'
import { draftAnswers } from './draft-answers.ts'
import { hearOverlay, summonPanel } from './overlay-news.ts'
import { pageAnswers } from './page-answers.ts'
import { setUp } from './set-up.ts'

// Every listener stands before `main` returns: an event that wakes the worker is delivered only then.
export default defineBackground(() => {
  // zod probes for `new Function`, which the content security policy forbids and reports.
  z.config({ jitless: true })
  const office = setUp(chromePorts())
  const route = routeTo(
    { ...pageAnswers(office), ...contextAnswers(office), ...draftAnswers(office) },
    location.origin,
  )

  chrome.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const reply = route(message, sender)
    if (reply) void reply.then(respond)
    else if (!isFromTab(message, sender)) return false
    return Boolean(reply)
  })

  chrome.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-handoff') void summonPanel(office, seen(tab))
  })

  function isFromTab(message: unknown, { tab, frameId }: chrome.runtime.MessageSender): boolean {
    const news = fromOverlaySchema.safeParse(message)
    const where = seen(tab)
    if (!news.success || !where || frameId !== 0) return false
    void hearOverlay(office, news.data, where)
    return true
  }

  void closeStorage()
})

/** A tab whose address we may see. */
function seen(tab: chrome.tabs.Tab | undefined) {
  return tab?.id !== undefined && tab.url !== undefined ? { id: tab.id, url: tab.url } : null
}

/** Content scripts share a process with web pages: they may read none of our storage. */
async function closeStorage(): Promise<void> {
  const accessLevel = 'TRUSTED_CONTEXTS'
  await chrome.storage.session.setAccessLevel({ accessLevel })
  await chrome.storage.local.setAccessLevel({ accessLevel })
}
