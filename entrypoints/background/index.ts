import { closeStorage } from './close-storage.ts'
import { defineBackground } from 'wxt/utils/define-background'
import * as z from 'zod/mini'
import { createConfirmations } from '#lib/messaging/confirmation.ts'
import { routeTo } from '#lib/messaging/router.ts'
import { answering } from './answering.ts'
import { alarms, goOnEvent, pollEvery } from './alarms.ts'
import { chromePorts } from './chrome-ports.ts'
import type { Office } from './office.ts'
import { listenToMenu } from './listen-to-menu.ts'
import { menuLater } from './menu-later.ts'
import { setUp } from './set-up.ts'
import { withYieldPoints } from './yield-points.ts'

// What an event needs is loaded when it comes: a worker is woken often, and pays each time for what it evaluates.
const overlayNews = () => import('./overlay-news.ts')
const polling = () => import('./polling.ts')
const sessionWatch = () => import('./session-watch.ts')
const telling = () => import('./telling.ts')
const sending = () => import('./sending.ts')

/** How long the worker does nothing of its own after it was woken, in milliseconds. */
const answeredFirst = 250

// Every listener stands before `main` returns: an event that wakes the worker is delivered only then.
export default defineBackground(() => {
  // zod probes for `new Function`, which the content security policy forbids and reports.
  z.config({ jitless: true })
  // The condition is decided when building: the product has no trace of it.
  const office =
    import.meta.env.MODE === 'yield' ? setUp(chromePorts(), withYieldPoints) : setUp(chromePorts())
  // Opened before anybody asks: hardly an event needs nothing that is kept.
  void office.keeping.opened().catch(() => undefined)
  listenToPages(office)
  listenToTime(office)
  chrome.cookies.onChanged.addListener((change) => {
    using(sessionWatch, (watch) => watch.hearCookie(office, change))
  })
  chrome.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-handoff')
      using(overlayNews, (overlay) => overlay.summonPanel(office, seen(tab)))
  })
  chrome.notifications.onClicked.addListener((id) => {
    using(telling, ({ openNotice }) => openNotice(office, id))
  })
  listenToMenu(office)
  void closeStorage(chrome.storage.session, chrome.storage.local)
  // Whoever woke the worker is answered first.
  const begin = async () => (await sending()).begin(office)
  void scheduler.postTask(begin, { priority: 'background', delay: answeredFirst })
})

function listenToPages(office: Office): void {
  const isConfirmed = createConfirmations(office.ports.memory, Date.now)
  const route = routeTo(answering(office), location.origin, isConfirmed)
  chrome.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const reply = route(message, sender)
    if (!reply) {
      void hearPage(office, message, sender)
      return false
    }
    void reply.then(respond)
    return true
  })
}

/** Content scripts may say that something happened in their tab's main frame, nothing else. */
async function hearPage(
  office: Office,
  message: unknown,
  { tab, frameId }: chrome.runtime.MessageSender,
): Promise<void> {
  const where = seen(tab)
  if (where && frameId === 0) await (await overlayNews()).hearPage(office, message, where)
}

function listenToTime(office: Office): void {
  const send = () => using(sending, ({ goOnSending }) => goOnSending(office))
  const poll = () => using(polling, (polls) => polls.poll(office))
  const tidyUp = () => using(sending, (sends) => sends.tidyUp(office))
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarms.send) send()
    if (name === alarms.poll) {
      poll()
      tidyUp()
    }
  })
  addEventListener(goOnEvent, send)
  addEventListener('online', () => using(sessionWatch, ({ goOn }) => goOn(office)))
  chrome.runtime.onInstalled.addListener(startPolling)
  chrome.runtime.onStartup.addListener(() => {
    startPolling()
    using(polling, async (polls) => {
      await polls.pollAtStart(office)
      // Now it is known whose drafts may be named.
      menuLater(office)
    })
    tidyUp()
  })
}

/** Does what an event asks for with what is loaded only now. */
function using<Loaded>(load: () => Promise<Loaded>, todo: (loaded: Loaded) => unknown): void {
  void load().then(todo)
}

/** Opening a page never polls: it should cost the org nothing but what the user asks for. */
function startPolling(): void {
  void chrome.alarms.create(alarms.poll, { delayInMinutes: 0.5, periodInMinutes: pollEvery })
}

/** A tab whose address we may see. */
function seen(tab: chrome.tabs.Tab | undefined) {
  return tab?.id !== undefined && tab.url !== undefined ? { id: tab.id, url: tab.url } : null
}
