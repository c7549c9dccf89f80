import * as z from 'zod/mini'
import type { FromOverlay } from '#lib/messaging/overlay.ts'
import { fromOverlaySchema } from '#lib/messaging/overlay-schema.ts'
import { behindHost } from '#lib/salesforce/org-host.ts'
import { opportunityPage } from '#lib/salesforce/record-page.ts'
import { offerCard } from './card-answers.ts'
import { showOwn } from './inboxes.ts'
import { launcherLabel, quietLabel } from './launcher-label.ts'
import { menuLater } from './menu-later.ts'
import type { Office } from './office.ts'
import { panelWanted, panelWidth } from './page-answers.ts'
import { noteUse } from './polling.ts'
import type { BrowserTab } from './ports.ts'

const launcherTop = 'launcher-top'

/** Hears a content script; what is no news of one is not heard. */
export async function hearPage(office: Office, message: unknown, tab: BrowserTab): Promise<void> {
  const news = fromOverlaySchema.safeParse(message)
  if (!news.success) return
  await hearOverlay(office, news.data, tab)
  await noteUse(office)
}

/** What the worker does when a content script says that something happened in its tab. */
export async function hearOverlay(
  office: Office,
  message: FromOverlay,
  tab: BrowserTab,
): Promise<void> {
  const { ports } = office
  switch (message.overlay) {
    case 'address-changed':
      ports.announce({ fact: 'page-changed', tabId: tab.id })
      await noteOrg(office, tab)
      await tellWidth(office, tab.id)
      await labelLauncher(office, tab)
      return greet(office, tab)
    case 'panel-added':
      return office.passes.admit(tab.id, message.pass)
    case 'launcher-moved':
      return ports.settings.set(launcherTop, message.top)
    case 'panel-closed':
      return labelLauncher(office, tab)
    case 'panel-reopened':
      return renewIfCrashed(ports, tab)
  }
}

/** A panel is as wide as the user has last made one. */
async function tellWidth({ ports }: Office, tabId: number): Promise<void> {
  const width = z.number().safeParse(await ports.settings.get(panelWidth))
  if (width.success) await ports.tabs.tell(tabId, { toOverlay: 'resize-panel', width: width.data })
}

/** A deal that was taken over lately shows its card; how far another one would be is told where nobody has begun it. */
async function greet(office: Office, tab: BrowserTab): Promise<void> {
  const isTaken = await offerCard(office, tab)
  await openIfWanted(office.ports, tab)
  if (!isTaken) await labelQuietly(office, tab)
}

/** Behind a proxy there is no org to remember. */
async function noteOrg(office: Office, { url }: BrowserTab): Promise<void> {
  const behind = behindHost(new URL(url).hostname)
  if (behind?.at !== 'org') return
  await office.whereabouts.note(behind.org)
  await showOwn(office, behind.org)
  menuLater(office)
}

/** Tells the launcher what to say, and to stand where the user left it. */
async function labelLauncher(office: Office, tab: BrowserTab): Promise<void> {
  const { settings, tabs } = office.ports
  const top = z.number().safeParse(await settings.get(launcherTop))
  const words = await launcherLabel(office, tab)
  const place = top.success ? { top: top.data } : {}
  await tabs.tell(tab.id, { toOverlay: 'show-launcher', ...words, ...place })
}

/** Tells the launcher how far a handoff would be that nobody has begun. Nobody waits for that. */
async function labelQuietly(office: Office, tab: BrowserTab): Promise<void> {
  const words = await quietLabel(office, tab)
  if (words) await office.ports.tabs.tell(tab.id, { toOverlay: 'show-launcher', ...words })
}

/** Opens the panel when the record was opened for that. */
async function openIfWanted(
  { tabs, memory }: Office['ports'],
  { id, url }: BrowserTab,
): Promise<void> {
  const wanted = await memory.get(panelWanted(id))
  if (wanted === undefined || wanted !== opportunityPage(url)?.opportunityId) return
  await memory.remove(panelWanted(id))
  await tabs.tell(id, { toOverlay: 'open-panel' })
}

/** A frame whose process has crashed shows nothing and hears nothing. What was written in it is on the disk. */
async function renewIfCrashed({ tabs }: Office['ports'], { id }: BrowserTab): Promise<void> {
  if (!(await tabs.hasPanel(id))) await tabs.tell(id, { toOverlay: 'renew-panel' })
}

/**
 * The command was pressed: opens the panel of this tab, or asks an open one to take the focus. Where there is no
 * deal, the popup offers the user's own.
 */
export async function summonPanel({ ports }: Office, tab: BrowserTab | null): Promise<void> {
  if (!tab || !opportunityPage(tab.url)) return ports.openPopup()
  await ports.tabs.tell(tab.id, { toOverlay: 'open-panel' })
  ports.announce({ fact: 'panel-summoned', tabId: tab.id })
}
