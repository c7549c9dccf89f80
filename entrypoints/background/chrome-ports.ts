import { type Fact, factSchema } from '#lib/messaging/facts.ts'
import { loadJsforce } from '#lib/salesforce/connection.ts'
import { inboxPageOf } from '#lib/messaging/own-page.ts'
import type { StorageState } from '#lib/messaging/storage-requests.ts'
import type { Memory } from '#lib/salesforce/memory.ts'
import { openDatabase } from '#lib/storage/database.ts'
import { packagedTemplates } from '#lib/templates/packaged.ts'
import { alarms, goOnEvent } from './alarms.ts'
import type { MenuEntry } from './capture-entries.ts'
import { showBadge } from './badge.ts'
import { inTime } from './in-time.ts'
import { isLetIn, reach, readCookie } from './site-access.ts'
import { signInWindow } from './sign-in-window.ts'
import type { BrowserTab, Notice, WorkerPorts } from './ports.ts'

/** The worker's ports as Chrome provides them. */
export function chromePorts(): WorkerPorts {
  return {
    database: openDatabase(),
    cookies: { get: readCookie },
    isLetIn,
    memory: memoryIn(chrome.storage.session),
    settings: memoryIn(chrome.storage.local),
    forgetSettings: () => chrome.storage.local.clear(),
    forgetInMemory: async (isForgotten) => {
      const { session } = chrome.storage
      await session.remove(Object.keys(await session.get(null)).filter(isForgotten))
    },
    journal: {
      get: (names) => chrome.storage.local.get(names),
      set: (items) => chrome.storage.local.set(items),
      remove: (names) => chrome.storage.local.remove(names),
    },
    room,
    managed: managedAsItIs(),
    packageZip: async () => (await fetch(chrome.runtime.getURL('/segue-package.zip'))).blob(),
    builtInTemplates: () => packagedTemplates((address) => fetch(address)),
    signInWindow,
    fetch: reach,
    loadJsforce,
    isOnline: () => navigator.onLine,
    now: () => new Date().toISOString(),
    random: () => Math.random(),
    newKey: () => crypto.randomUUID(),
    announce: (fact) => void announce(fact),
    tabs: { current: currentTab, open: openTab, raise, hasPanel, tell },
    openPopup: () => chrome.action.openPopup().catch(() => undefined),
    badge: showBadge,
    notify: showNotice,
    clearNotice: async (id) => void (await chrome.notifications.clear(id)),
    // Chrome refuses to tell where the user has turned our notifications off: then none is shown.
    noticesShown: async () => Object.keys(await chrome.notifications.getAll().catch(() => ({}))),
    hasMenu: () => chrome.permissions.contains({ permissions: ['contextMenus'] }),
    showMenu,
    inboxPage: (apiHost) => chrome.runtime.getURL(inboxPageOf(apiHost)),
    alone: (work) => navigator.locks.request('outbox', work),
    afterwards: (work) => void scheduler.postTask(work, { priority: 'background' }),
    wakeAt,
    shortcut: readShortcut,
  }
}

/** Chrome answers once its policies are loaded, now and then never: nothing else may wait for that. In milliseconds. */
const policyWithin = 3000

/** What the company has set up: asked for before anybody needs it, and again when it changes, which is told. */
function managedAsItIs(): WorkerPorts['managed'] {
  let known: Promise<Record<string, unknown>>
  const read = () => {
    const asked = managed()
    known = inTime(asked, {}, policyWithin)
    // An answer that comes late counts from then on.
    void asked.then(() => (known = asked))
  }
  read()
  // The area's own event: that of all areas would wake the worker for whatever a surface notes.
  chrome.storage.managed.onChanged.addListener(() => {
    read()
    // It decides who may sign in where, what may be read by whom and which templates there are: open pages ask anew.
    void announce({ fact: 'identity-changed' })
    void announce({ fact: 'templates-changed' })
  })
  return () => known
}

/** Browsers without managed storage, and profiles without a policy, have none. */
function managed(): Promise<Record<string, unknown>> {
  return chrome.storage.managed.get(null).catch(() => ({}))
}

async function hasPanel(tabId: number): Promise<boolean> {
  // Not asked for by its address: that has another host where addresses change with each start of the browser.
  const contexts = await chrome.runtime.getContexts({ tabIds: [tabId] })
  return contexts.some(({ documentUrl = '' }) => URL.parse(documentUrl)?.pathname === '/panel.html')
}

const SECOND = 1000
const asleepAfter = 25 * SECOND

/** Alarms ring half a minute late at the earliest; a shorter wait is kept by the worker while it lives. */
async function wakeAt(time: number | null): Promise<void> {
  if (time === null) return void (await chrome.alarms.clear(alarms.send))
  await chrome.alarms.create(alarms.send, { when: time })
  const wait = time - Date.now()
  if (wait < asleepAfter) setTimeout(() => dispatchEvent(new Event(goOnEvent)), Math.max(0, wait))
}

function memoryIn(area: chrome.storage.StorageArea): Memory {
  return {
    get: async (key) => (await area.get(key))[key],
    set: (key, value) => area.set({ [key]: value }),
    remove: (key) => area.remove(key),
  }
}

async function room(): Promise<StorageState['room']> {
  const [{ usage = 0, quota = 0 }, persisted] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ])
  return { used: usage, allowed: quota, persisted }
}

async function showNotice({ id, title, message }: Notice): Promise<void> {
  const iconUrl = chrome.runtime.getURL('/icon/128.png')
  await chrome.notifications.create(id, { type: 'basic', iconUrl, title, message })
}

async function showMenu(entries: readonly MenuEntry[]): Promise<void> {
  await chrome.contextMenus.removeAll()
  for (const { id, title, inside, pages } of entries)
    chrome.contextMenus.create({
      id,
      title,
      contexts: ['selection'],
      ...(inside !== undefined && { parentId: inside }),
      ...(pages && { documentUrlPatterns: [...pages] }),
    })
}

async function announce(fact: Fact): Promise<void> {
  const message = factSchema.parse(fact)
  try {
    await chrome.runtime.sendMessage(message)
  } catch {
    // No surface is open: nobody has to be told.
  }
}

async function currentTab(): Promise<BrowserTab | null> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
  // The address is there only where we have the host's permission.
  return tab?.id !== undefined && tab.url !== undefined ? { id: tab.id, url: tab.url } : null
}

/** Opens a tab in front of the user: in a window of its own where there is none, because a browser can run without. */
async function openTab(url: string): Promise<number | null> {
  const windows = await chrome.windows.getAll({ windowTypes: ['normal'] })
  if (windows.length === 0)
    return (await chrome.windows.create({ url, focused: true }))?.tabs?.[0]?.id ?? null
  const { id } = await chrome.tabs.create({ url })
  if (id !== undefined) await raise(id)
  return id ?? null
}

/** Brings the window of a tab in front of the user: it may be minimised, or lie behind others. */
async function raise(tabId: number): Promise<void> {
  const { windowId } = await chrome.tabs.get(tabId)
  await chrome.windows.update(windowId, { focused: true })
}

async function tell(
  ...[tabId, message]: Parameters<WorkerPorts['tabs']['tell']>
): Promise<boolean> {
  try {
    await chrome.tabs.sendMessage(tabId, message)
    return true
  } catch {
    return false // The page has no content script, or an outdated one.
  }
}

async function readShortcut(): Promise<string> {
  const commands = await chrome.commands.getAll()
  return commands.find(({ name }) => name === 'open-handoff')?.shortcut ?? ''
}
