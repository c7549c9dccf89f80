import { wholeId } from '#lib/salesforce/record-id.ts'
import type { Answering } from '#lib/messaging/router.ts'
import { opportunityPage } from '#lib/salesforce/record-page.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'
import { isAdmitted } from './panel-passes.ts'
import type { WorkerPorts } from './ports.ts'
import { pageOf } from './whereabouts.ts'

type PageRequest = 'page.read' | 'record.open' | 'panel.close' | 'panel.width' | 'shortcut.read'

/** What a frame is told that none of our content scripts has made. */
const nowhere = { opportunityId: null, host: null }

/** What the worker answers about tabs and the panel in them. */
export function pageAnswers({ ports, whereabouts }: Office): Pick<Answering, PageRequest> {
  const { tabs } = ports
  return {
    'page.read': async ({ pass }, caller) =>
      (await isAdmitted(ports.memory, caller, pass)) ? pageOf(caller) : nowhere,
    'record.open': async ({ recordId, panel }, caller) => {
      const id = wholeId(recordId)
      const found = await outcomeOf(() => whereabouts.org(caller))
      if (id === null || found.outcome === 'trouble') return {}
      await openRecord(ports, { id, host: found.value.lightningHost, panel })
      return {}
    },
    'panel.close': async (_, { tabId }) => {
      if (tabId !== null) await tabs.tell(tabId, { toOverlay: 'close-panel' })
      return {}
    },
    'panel.width': async ({ width }, { tabId }) => {
      if (tabId !== null) await tabs.tell(tabId, { toOverlay: 'resize-panel', width })
      return {}
    },
    'shortcut.read': async () => ({ keys: await ports.shortcut() }),
  }
}

interface RecordToOpen {
  readonly id: string
  readonly host: string
  readonly panel: boolean
}

/** Opens the panel in the tab in front when that shows the record already; else the record in a new tab. */
export async function openRecord(
  { tabs, memory }: WorkerPorts,
  { id, host, panel }: RecordToOpen,
): Promise<void> {
  const current = await tabs.current()
  const shown = current && opportunityPage(current.url)
  const isShown = current && shown?.opportunityId === id && shown.host === host
  if (isShown && panel && (await tabs.tell(current.id, { toOverlay: 'open-panel' }))) return
  const tabId = await tabs.open(`https://${host}/lightning/r/${id}/view`)
  if (panel && tabId !== null) await memory.set(panelWanted(tabId), id)
}

/** Where it is remembered that a tab opens its panel once it shows a record. */
export const panelWanted = (tabId: number) => `panel-wanted:${tabId}`
