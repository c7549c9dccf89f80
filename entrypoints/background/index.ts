import { defineBackground } from 'wxt/utils/define-background'
import * as z from 'zod/mini'
import { createConfirmations } from '#lib/messaging/confirmation.ts'
import { fromOverlaySchema } from '#lib/messaging/overlay-schema.ts'
import { routeTo } from '#lib/messaging/router.ts'
import { tidy } from '#lib/storage/housekeeping.ts'
import { tellAll } from '#lib/sync/outbox.ts'
import { push } from '#lib/sync/push.ts'
import { answering } from './answering.ts'
import { alarms, chromePorts, goOnEvent } from './chrome-ports.ts'
import type { Office } from './office.ts'
import { hearOverlay, summonPanel } from './overlay-news.ts'
import { noteUse, poll, pollEvery } from './polling.ts'
import { goOn, hearCookie } from './session-watch.ts'
import { setUp } from './set-up.ts'
import { withYieldPoints } from './yield-points.ts'
import { openStorage } from './storage-answers.ts'
import { openNotice } from './telling.ts'

// Every listener stands before `main` returns: an event that wakes the worker is delivered only then.
export default defineBackground(() => {
  // zod probes for `new Function`, which the content security policy forbids and reports.
  z.config({ jitless: true })
  // The condition is decided when building: the product has no trace of it.
  const office =
    import.meta.env.MODE === 'yield' ? setUp(chromePorts(), withYieldPoints) : setUp(chromePorts())
  listenToPages(office)
  listenToTime(office)
  chrome.cookies.onChanged.addListener((change) => void hearCookie(office, change))
  chrome.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-handoff') void summonPanel(office, seen(tab))
  })
  chrome.notifications.onClicked.addListener((id) => void openNotice(office, id))
  void closeStorage()
  void begin(office)
})

/** What was lost is made good first; then what the last worker left unfinished goes on. */
async function begin(office: Office): Promise<void> {
  await openStorage(office)
  await tellAll(office.outbox)
  await push(office.outbox)
}

function listenToPages(office: Office): void {
  const isConfirmed = createConfirmations(office.ports.memory, Date.now)
  const route = routeTo(answering(office), location.origin, isConfirmed)
  chrome.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const reply = route(message, sender)
    if (reply) void reply.then(respond)
    else void hearPage(office, message, sender)
    return Boolean(reply)
  })
}

/** Content scripts may say that something happened in their tab's main frame, nothing else. */
async function hearPage(
  office: Office,
  message: unknown,
  { tab, frameId }: chrome.runtime.MessageSender,
): Promise<void> {
  const news = fromOverlaySchema.safeParse(message)
  const where = seen(tab)
  if (!news.success || !where || frameId !== 0) return
  await hearOverlay(office, news.data, where)
  await noteUse(office)
}

function listenToTime(office: Office): void {
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarms.send) void push(office.outbox)
    if (name === alarms.poll) void poll(office)
  })
  addEventListener(goOnEvent, () => void push(office.outbox))
  addEventListener('online', () => void goOn(office))
  chrome.runtime.onInstalled.addListener(startPolling)
  chrome.runtime.onStartup.addListener(() => {
    startPolling()
    // The badge does not outlive the browser.
    void poll(office)
    void tidyUp(office)
  })
}

async function tidyUp({ keeping, ports, company }: Office): Promise<void> {
  const { mode } = await keeping.opened()
  if (mode === 'usual') await tidy(ports.database, ports.now(), await company.policy())
}

/** Opening a page never polls: it should cost the org nothing but what the user asks for. */
function startPolling(): void {
  void chrome.alarms.create(alarms.poll, { delayInMinutes: 0.5, periodInMinutes: pollEvery })
}

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
