// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { hearOverlay, summonPanel } from '../../../entrypoints/background/overlay-news.ts'
import {
  acmeUsers,
  brightwater,
  callsOf,
  orgInProcess,
} from '../../lib/salesforce/org-in-process.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const url = `https://acme.lightning.force.com/lightning/r/Opportunity/${brightwater}/view`

function withAna() {
  const world = orgInProcess()
  world.browser.signIn(acmeUsers.ana)
  return { world, ...workerInProcess(world) }
}

/** What the launcher is told on Brightwater's page. */
const labels = async (prepare: (ana: ReturnType<typeof withAna>) => Promise<unknown>) => {
  const ana = withAna()
  await prepare(ana)
  await hearOverlay(ana.office, { overlay: 'address-changed' }, { id: 7, url })
  return ana.told.flatMap(({ message }) => ('label' in message ? [message] : []))
}

describe('the page a panel sits on', () => {
  it('is read from its tab', async () => {
    const { ask } = withAna()
    expect(await ask('page.read', {})).toMatchObject({
      opportunityId: brightwater,
      host: 'acme.lightning.force.com',
    })
  })

  it('comes with all that this computer has of its opportunity, and asks Salesforce for nothing', async () => {
    const { ask, world } = withAna()
    await ask('context.read', { opportunityId: brightwater, fresh: true })
    const draft = valueOf(await ask('draft.start', { opportunityId: brightwater }))
    callsOf(world)
    const { here } = await ask('page.read', {})
    expect(here).toEqual({
      context: await ask('context.read', { opportunityId: brightwater, fresh: false }),
      draft,
      outbox: [],
      policy: await ask('policy.read', {}),
      ownTemplates: [],
    })
    expect(callsOf(world)).toEqual([])
  })

  it('that the browser keeps from us is not called another than Salesforce', async () => {
    const world = orgInProcess()
    const { route, office } = workerInProcess(world)
    const popup = { origin: 'chrome-extension://segue' }
    const asked = () => route({ request: 'inbox.refresh', params: { isSeen: true } }, popup)
    expect(await asked()).toMatchObject({ answer: { trouble: { kind: 'not-salesforce' } } })
    Object.assign(office.ports, { isLetIn: async () => false })
    expect(await asked()).toMatchObject({ answer: { trouble: { kind: 'site-blocked' } } })
  })

  it('is told without asking Salesforce who the user is', async () => {
    const { ask, world } = withAna()
    expect(await ask('page.read', {})).toMatchObject({ opportunityId: brightwater, here: null })
    expect(callsOf(world)).toEqual([])
  })

  it('is told though what this computer has of its opportunity cannot be read', async () => {
    const { ask, ports } = withAna()
    const { key } = valueOf(await ask('draft.start', { opportunityId: brightwater }))
    const { database } = ports
    const broken = { ...(await database.drafts.get({ key })), revision: 'none' }
    await database.table('drafts').put(broken)
    expect(await ask('page.read', {})).toMatchObject({ opportunityId: brightwater, here: null })
  })
})

describe('a record opened with its panel', () => {
  it('gets the panel when its page has come up, once', async () => {
    const { ask, office, opened, told, ports } = withAna()
    await ask('record.open', { recordId: brightwater.slice(0, 15), panel: true })
    expect(opened).toEqual([`https://acme.lightning.force.com/lightning/r/${brightwater}/view`])
    const tab = { id: opened.length, url }
    await hearOverlay(office, { overlay: 'address-changed' }, { ...tab, url: `${url}?x` })
    await hearOverlay(office, { overlay: 'address-changed' }, tab)
    const opening = told.filter(({ message }) => message.toOverlay === 'open-panel')
    expect(opening).toEqual([{ tabId: tab.id, message: { toOverlay: 'open-panel' } }])
    expect(await ports.memory.get(`panel-wanted:${tab.id}`)).toBeUndefined()
  })

  it.each(['nonsense', '006Hs0000000847IAB', '../setup', ''])(
    'is not opened for %j',
    async (recordId) => {
      const { ask, opened } = withAna()
      await ask('record.open', { recordId, panel: true })
      expect(opened).toEqual([])
    },
  )
})

it('a panel is as wide on the next page as the user has made it', async () => {
  const { ask, office, told } = withAna()
  await ask('panel.width', { width: 600 })
  await hearOverlay(office, { overlay: 'address-changed' }, { id: 7, url })
  const widths = told.filter(({ message }) => message.toOverlay === 'resize-panel')
  expect(widths.at(-1)).toEqual({ tabId: 7, message: { toOverlay: 'resize-panel', width: 600 } })
})

describe('the launcher', () => {
  const opportunityId = brightwater

  it('says what it is while nothing is known', async () => {
    expect(await labels(async () => undefined)).toEqual([
      { toOverlay: 'show-launcher', label: 'Handoff' },
    ])
  })

  it('says how far the draft is', async () => {
    const told = await labels(({ ask }) => ask('draft.start', { opportunityId }))
    expect(told[0]?.label).toMatch(/^Handoff \d+ %$/)
  })

  it('stands where the user left it', async () => {
    const told = await labels(({ office }) =>
      hearOverlay(office, { overlay: 'launcher-moved', top: 0.25 }, { id: 7, url }),
    )
    expect(told).toEqual([{ toOverlay: 'show-launcher', label: 'Handoff', top: 0.25 }])
  })
})

describe('the command', () => {
  it('opens the panel of an opportunity and asks for the focus', async () => {
    const { office, told, facts } = withAna()
    await summonPanel(office, { id: 7, url })
    expect(told).toEqual([{ tabId: 7, message: { toOverlay: 'open-panel' } }])
    expect(facts).toEqual([{ fact: 'panel-summoned', tabId: 7 }])
  })

  it.each([
    'https://acme.lightning.force.com/lightning/page/home',
    'https://example.org/lightning/r/Opportunity/006Hs0000000847IAA/view',
  ])('opens the popup with the user’s deals at %s', async (elsewhere) => {
    const { office, told, facts, popups } = withAna()
    await summonPanel(office, { id: 7, url: elsewhere })
    expect(popups).toHaveLength(1)
    expect([told, facts]).toEqual([[], []])
  })
})

describe('a panel that is shown again (F5)', () => {
  const renewals = async (panels: readonly number[]) => {
    const { office, told, browser } = withAna()
    panels.forEach((tabId) => browser.panels.add(tabId))
    await hearOverlay(office, { overlay: 'panel-reopened' }, { id: 7, url })
    return told.filter(({ message }) => message.toOverlay === 'renew-panel')
  }

  it('is made anew where nothing runs in its frame', async () => {
    expect(await renewals([8])).toEqual([{ tabId: 7, message: { toOverlay: 'renew-panel' } }])
  })

  it('is left as it is where it runs', async () => {
    expect(await renewals([7])).toEqual([])
  })
})
