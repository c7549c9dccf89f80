import { wholeId } from '#lib/salesforce/record-id.ts'
import type { PanelAim, pageRequests } from '#lib/messaging/page-requests.ts'
import type { Answering } from '#lib/messaging/router.ts'
import { opportunityPage } from '#lib/salesforce/record-page.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'
import { aimPanel, takeAim } from './panel-aim.ts'
import type { WorkerPorts } from './ports.ts'
import { pageOf } from './whereabouts.ts'

type PageRequest = keyof typeof pageRequests

/** How wide the user has made the panel, in pixels: one of the settings. */
export const panelWidth = 'panel-width'

/** What a frame is told that none of our content scripts has made. */
const nowhere = { opportunityId: null, host: null, here: null }

const here = () => import('./here.ts')

/** What the worker answers about tabs and the panel in them. */
export function pageAnswers(office: Office): Pick<Answering, PageRequest> {
  const { ports, passes, whereabouts } = office
  const { tabs } = ports
  return {
    'page.read': async ({ pass }, caller) => {
      if (!(await passes.isAdmitted(caller, pass))) return nowhere
      const { opportunityId, host } = pageOf(caller)
      if (opportunityId === null) return { opportunityId, host, here: null }
      return {
        opportunityId,
        host,
        here: await (await here()).hereOf(office, opportunityId, caller),
      }
    },
    'record.open': async ({ recordId, panel, aim = null }, caller) => {
      const id = wholeId(recordId)
      const found = await outcomeOf(() => whereabouts.org(caller))
      if (id === null || found.outcome === 'trouble') return {}
      await openRecord(ports, { id, host: found.value.lightningHost, panel, aim })
      return {}
    },
    'panel.aim': async (_, { tabId }) => ({
      aim: tabId === null ? null : await takeAim(ports, tabId),
    }),
    'panel.close': async (_, { tabId }) => {
      if (tabId !== null) await tabs.tell(tabId, { toOverlay: 'close-panel' })
      return {}
    },
    'panel.width': async ({ width }, { tabId }) => {
      if (tabId !== null) await tabs.tell(tabId, { toOverlay: 'resize-panel', width })
      await ports.settings.set(panelWidth, width)
      return {}
    },
    'shortcut.read': async () => ({ keys: await ports.shortcut() }),
  }
}

interface RecordToOpen {
  readonly id: string
  readonly host: string
  readonly panel: boolean
  readonly aim?: PanelAim | null
}

/** Opens the panel in the tab in front when that shows the record already; else the record in a new tab. */
export async function openRecord(ports: WorkerPorts, record: RecordToOpen): Promise<void> {
  if (record.panel && (await openBeside(ports, record))) return
  const { tabs, memory } = ports
  const { id, host, panel, aim = null } = record
  const tabId = await tabs.open(`https://${host}/lightning/r/${id}/view`)
  if (tabId === null) return
  if (aim) await aimPanel(ports, tabId, aim)
  if (panel) await memory.set(panelWanted(tabId), id)
}

/** Opens the panel in the tab in front; false when that shows something else, or has no panel. */
async function openBeside(
  ports: WorkerPorts,
  { id, host, aim = null }: RecordToOpen,
): Promise<boolean> {
  const current = await ports.tabs.current()
  const shown = current && opportunityPage(current.url)
  if (!current || shown?.opportunityId !== id || shown.host !== host) return false
  if (aim) await aimPanel(ports, current.id, aim)
  const isThere = await ports.tabs.tell(current.id, { toOverlay: 'open-panel' })
  if (isThere) await ports.tabs.raise(current.id)
  return isThere
}

/** Where it is remembered that a tab opens its panel once it shows a record. */
export const panelWanted = (tabId: number) => `panel-wanted:${tabId}`
