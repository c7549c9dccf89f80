import type { Fact } from '#lib/messaging/facts.ts'
import type { ToOverlay } from '#lib/messaging/overlay.ts'
import { createConfirmations } from '#lib/messaging/confirmation.ts'
import { packageZip } from '#lib/manifest/package-zip.ts'
import { inboxPageOf } from '#lib/messaging/own-page.ts'
import { crossings } from '#lib/messaging/all-requests.ts'
import type { AnswerOf, Params, RequestName } from '#lib/messaging/requests.ts'
import { routeTo } from '#lib/messaging/router.ts'
import type { Memory } from '#lib/salesforce/memory.ts'
import { builtInTemplates } from '#lib/templates/all.ts'
import { answering } from '../../../entrypoints/background/answering.ts'
import type { MenuEntry } from '../../../entrypoints/background/capture-entries.ts'
import type { Notice, WorkerPorts } from '../../../entrypoints/background/ports.ts'
import { setUp, type Watch } from '../../../entrypoints/background/set-up.ts'
import { nodeJsforce } from '../../lib/salesforce/node-jsforce.ts'
import { brightwater, type OrgInProcess, windowOf } from '../../lib/salesforce/org-in-process.ts'
import { mapArea, newDisk, openOn } from '../../lib/storage/fresh-database.ts'

const origin = 'chrome-extension://segue'

/** What outlives a worker: the browser's own memory and disk. */
function profile() {
  const managed: Record<string, unknown> = {}
  return {
    disk: newDisk(),
    memory: mapMemory(),
    settings: mapMemory(),
    journal: mapArea(),
    /** Whether the user lets us have a menu of selections. */
    hasMenu: true,
    /** The tabs in which a panel runs. */
    panels: new Set<number>(),
    /** What the company has set up for this browser. */
    managed,
  }
}

interface MapMemory extends Memory {
  readonly names: () => string[]
  readonly clear: () => void
}

function mapMemory(): MapMemory {
  const values = new Map<string, unknown>()
  return {
    get: async (key) => structuredClone(values.get(key)),
    set: async (key, value) => void values.set(key, structuredClone(value)),
    remove: async (key) => void values.delete(key),
    names: () => [...values.keys()],
    clear: () => values.clear(),
  }
}

/** Keys are never the same on two computers. */
let workers = 0

/** The extension's worker in this process, in front of a demo org. */
export function workerInProcess(world: OrgInProcess, browser = profile(), watch?: Watch) {
  const facts: Fact[] = []
  const told: { tabId: number; message: ToOverlay }[] = []
  const opened: string[] = []
  const raised: number[] = []
  const popups: true[] = []
  const badges: number[] = []
  const notices: Notice[] = []
  const menus: (readonly MenuEntry[])[] = []
  const cleared: string[] = []
  const wakes: (number | null)[] = []
  const worker = (workers += 1)
  let keys = 0
  let turn: Promise<void> = Promise.resolve()
  const ports: WorkerPorts = {
    cookies: world.browser,
    isLetIn: async () => true,
    fetch: world.fetch,
    memory: browser.memory,
    settings: browser.settings,
    managed: async () => structuredClone(browser.managed),
    signInWindow: windowOf(world),
    packageZip: async () =>
      new Blob([new Uint8Array(packageZip('salesforce/force-app/main/default'))]),
    builtInTemplates: async () => builtInTemplates,
    forgetSettings: async () => browser.settings.clear(),
    forgetInMemory: async (isForgotten) => {
      for (const name of browser.memory.names().filter(isForgotten))
        await browser.memory.remove(name)
    },
    journal: browser.journal,
    room: async () => null,
    database: openOn(browser.disk),
    loadJsforce: nodeJsforce,
    isOnline: () => world.network.isUp,
    now: () => new Date(world.clock.now).toISOString(),
    random: () => 1,
    newKey: () => `key-${worker}-${(keys += 1)}`,
    announce: (fact) => void facts.push(fact),
    tabs: {
      current: async () => null,
      open: async (url) => opened.push(url),
      raise: async (tabId) => void raised.push(tabId),
      hasPanel: async (tabId) => browser.panels.has(tabId),
      tell: async (tabId, message) => Boolean(told.push({ tabId, message })),
    },
    notify: async (notice) => void notices.push(notice),
    clearNotice: async (id) => void cleared.push(id),
    noticesShown: async () => notices.map(({ id }) => id).filter((id) => !cleared.includes(id)),
    hasMenu: async () => browser.hasMenu,
    showMenu: async (entries) => void menus.push(entries),
    inboxPage: (apiHost) => `${origin}${inboxPageOf(apiHost)}`,
    openPopup: async () => void popups.push(true),
    badge: async (count) => void badges.push(count),
    alone: (work) => (turn = turn.then(work)),
    afterwards: (work) => void work(),
    wakeAt: async (time) => void wakes.push(time),
    shortcut: async () => 'Alt+Shift+H',
  }
  const office = setUp(ports, watch)
  const isConfirmed = createConfirmations(browser.memory, () => world.clock.now)
  const route = routeTo(answering(office), origin, isConfirmed)
  const url = `https://${world.org.lightningHost}/lightning/r/Opportunity/${brightwater}/view`
  /** Asks as a panel on Brightwater's page does. */
  const ask = async <Name extends RequestName>(
    request: Name,
    params: Params<Name>,
  ): Promise<AnswerOf<Name>> => {
    const confirmation = { id: crypto.randomUUID(), at: world.clock.now }
    const reply = await route({ request, params, confirmation }, { origin, tab: { id: 7, url } })
    if (!reply || 'failure' in reply) throw new Error(reply?.failure ?? 'not heard')
    // As it arrives in a surface: through JSON.
    return crossings[request].answer.parse(JSON.parse(JSON.stringify(reply.answer)))
  }
  return {
    ask,
    route,
    office,
    ports,
    facts,
    told,
    opened,
    raised,
    popups,
    badges,
    notices,
    menus,
    cleared,
    wakes,
    browser,
    settled: () => turn,
  }
}

/** The value of an answer that met no trouble. */
export function valueOf<Value>(
  answer: { outcome: 'ok'; value: Value } | { outcome: 'trouble'; trouble: { kind: string } },
): Value {
  if (answer.outcome === 'ok') return answer.value
  throw new Error(`trouble: ${JSON.stringify(answer.trouble)}`)
}
