// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest'
import { menuShown } from '../../../entrypoints/background/capture-entries.ts'
import { renewMenu } from '../../../entrypoints/background/capture-menu.ts'
import { listenToMenu } from '../../../entrypoints/background/listen-to-menu.ts'
import { anaWithDraft } from './people-at-work.ts'

afterEach(() => vi.unstubAllGlobals())

/** An event of the browser; as there, nobody is listed twice. */
function happening<Given>() {
  const heard = new Set<(given: Given) => void>()
  return {
    addListener: (listener: (given: Given) => void) => void heard.add(listener),
    removeListener: (listener: (given: Given) => void) => void heard.delete(listener),
    happen: (given: Given) => heard.forEach((listener) => listener(given)),
    count: () => heard.size,
  }
}

interface Pressed {
  readonly menuItemId: string
  readonly selectionText: string
}

/** Ana's worker in a browser in which she has let Segue have a menu, or has not yet. */
async function anaAtWork(isGiven: boolean) {
  const ana = await anaWithDraft()
  await ana.office.whereabouts.note(ana.world.org)
  // As in a browser that has just started.
  await renewMenu(ana.office)
  await ana.browser.memory.remove(menuShown)
  ana.menus.length = 0
  const permissions = {
    onAdded: happening<chrome.permissions.Permissions>(),
    onRemoved: happening<chrome.permissions.Permissions>(),
  }
  const runtime = { onInstalled: happening<void>(), onStartup: happening<void>() }
  const storage = { managed: { onChanged: happening<void>() } }
  const contextMenus = { onClicked: happening<Pressed>() }
  const others = { permissions, runtime, storage }
  const stand = (has: boolean) => {
    ana.browser.hasMenu = has
    vi.stubGlobal('chrome', has ? { ...others, contextMenus } : others)
  }
  const of = { permissions: ['contextMenus' as const] }
  const give = () => {
    stand(true)
    permissions.onAdded.happen(of)
  }
  const take = () => {
    stand(false)
    permissions.onRemoved.happen(of)
  }
  stand(isGiven)
  listenToMenu(ana.office)
  const remembered = () => ana.browser.memory.get(menuShown)
  return { ...ana, ...others, clicked: contextMenus.onClicked, give, take, remembered }
}

const selection = { menuItemId: 'capture', selectionText: 'They fear the freeze in March.' }

describe('the menu of selections', () => {
  it('is heard before the worker’s start is over, where the permission is given', async () => {
    const ana = await anaAtWork(true)
    expect(ana.clicked.count()).toBe(1)
    ana.clicked.happen(selection)
    await expect.poll(() => ana.notices.at(-1)?.title).toMatch(/^Added to the handoff draft of /)
  })

  it('is neither heard nor made, and no draft remembered for it, where it is not given', async () => {
    const ana = await anaAtWork(false)
    ana.runtime.onStartup.happen()
    ana.storage.managed.onChanged.happen()
    await ana.ask('draft.discard', { draftKey: ana.draftKey })
    await renewMenu(ana.office)
    expect(ana.clicked.count()).toBe(0)
    expect(ana.menus).toEqual([])
    expect(await ana.remembered()).toBeUndefined()
  })

  it('is heard and names drafts as soon as the permission is given', async () => {
    const ana = await anaAtWork(false)
    ana.give()
    expect(ana.clicked.count()).toBe(1)
    await expect.poll(() => ana.menus.at(-1)).toMatchObject([{ id: `capture:${ana.draftKey}` }])
    ana.clicked.happen(selection)
    await expect.poll(() => ana.notices.at(-1)?.title).toMatch(/^Added to the handoff draft of /)
  })

  it('is not heard once more by a worker that the permission has woken', async () => {
    const ana = await anaAtWork(true)
    ana.give()
    expect(ana.clicked.count()).toBe(1)
  })

  it('is forgotten when the permission goes, and made anew when it comes again', async () => {
    const ana = await anaAtWork(true)
    await renewMenu(ana.office)
    const shown = ana.menus.length
    ana.take()
    await expect.poll(ana.remembered).toBeUndefined()
    await ana.ask('draft.change', { draftKey: ana.draftKey, change: { unticked: [] } })
    await renewMenu(ana.office)
    expect(ana.menus).toHaveLength(shown)
    ana.give()
    await expect.poll(() => ana.menus.length).toBe(shown + 1)
    expect(ana.menus.at(-1)).toMatchObject([{ id: `capture:${ana.draftKey}` }])
    expect(ana.clicked.count()).toBe(1)
  })

  it('is not heard by a worker that goes on when the permission goes', async () => {
    const ana = await anaAtWork(true)
    // What the browser had given to a running worker stays there, and does nothing any more.
    ana.permissions.onRemoved.happen({ permissions: ['contextMenus'] })
    expect(ana.clicked.count()).toBe(0)
  })

  it('does not change with other permissions', async () => {
    const ana = await anaAtWork(true)
    await renewMenu(ana.office)
    const before = await ana.remembered()
    ana.permissions.onRemoved.happen({ origins: ['https://*.my.salesforce.com/*'] })
    ana.permissions.onAdded.happen({ permissions: ['identity'] })
    await renewMenu(ana.office)
    expect(ana.clicked.count()).toBe(1)
    expect(await ana.remembered()).toBe(before)
    expect(ana.menus).toHaveLength(1)
  })
})
