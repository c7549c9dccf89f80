import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startOverlay } from '../../../entrypoints/overlay.content/overlay.ts'

const deal = '/lightning/r/Opportunity/006Hs0000000847IAA/view'
const other = '/lightning/r/Opportunity/006Hs0000000CMNIA2/view'

let roots: ShadowRoot[] = []

beforeEach(() => {
  roots = []
  const real = Object.getOwnPropertyDescriptor(Element.prototype, 'attachShadow')
  const attach: unknown = real?.value
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, how) {
    const root: unknown = typeof attach === 'function' ? Reflect.apply(attach, this, [how]) : null
    if (!(root instanceof ShadowRoot)) throw new Error('no shadow root')
    roots.push(root)
    return root
  })
  vi.stubGlobal('navigation', new EventTarget())
  Object.assign(HTMLElement.prototype, {
    showPopover: () => undefined,
    hidePopover: () => undefined,
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  document.documentElement.replaceChildren()
})

/** A page with a deal, under a script that the extension may leave behind. */
function page() {
  const sent: unknown[] = []
  const runtime: { id: string | undefined } & Record<string, unknown> = {
    id: 'segue',
    sendMessage: async (message: unknown) => void sent.push(message),
    onMessage: { addListener: () => undefined },
    // Chromium's own words to a script that was left behind.
    getURL: (path: string) => {
      if (runtime.id === undefined) throw new Error('Extension context invalidated.')
      return `about:blank#${path}`
    },
  }
  vi.stubGlobal('chrome', { runtime })
  location.href = `https://acme.lightning.force.com${deal}`
  const controller = new AbortController()
  startOverlay(controller.signal)
  return {
    sent,
    update: () => {
      runtime.id = undefined
    },
    leave: () => controller.abort(),
    buttons: () => roots.flatMap((root) => Array.from(root.querySelectorAll('button'))),
    frames: () => roots.flatMap((root) => Array.from(root.querySelectorAll('iframe'))),
  }
}

describe('a page on which the extension was updated (F13)', () => {
  it('shows one hint, and the script left behind asks nobody and throws nothing', () => {
    const { sent, update, leave, buttons } = page()
    expect(sent).toHaveLength(1)
    update()
    for (const path of [other, deal, other, deal]) {
      location.href = `https://acme.lightning.force.com${path}`
      navigation.dispatchEvent(new Event('currententrychange'))
    }
    expect(sent).toHaveLength(1)
    const [hint, ...others] = buttons()
    expect(others).toEqual([])
    expect(hint?.textContent).toBe('Segue was updated: reload this page')
    expect(hint?.disabled).toBe(true)
    leave()
  })

  it('shows the hint to whoever presses the launcher, in the place of a panel that cannot come', () => {
    const { sent, update, leave, buttons, frames } = page()
    update()
    const [launcher] = buttons()
    const press = new MouseEvent('click')
    Object.defineProperty(press, 'isTrusted', { value: true })
    launcher?.dispatchEvent(press)
    expect(launcher).toMatchObject({
      textContent: 'Segue was updated: reload this page',
      hidden: false,
    })
    expect(frames()).toEqual([])
    expect(sent).toHaveLength(1)
    leave()
  })

  it('makes nothing ready any more for a pointer that rests on the launcher', () => {
    vi.useFakeTimers()
    // The test's page has no pointer that could hover.
    vi.spyOn(Element.prototype, 'matches').mockReturnValue(true)
    const { update, leave, buttons, frames } = page()
    const rest = () => {
      buttons()[0]?.dispatchEvent(new Event('pointerenter'))
      vi.runAllTimers()
    }
    update()
    expect(rest).not.toThrow()
    expect(frames()).toEqual([])
    leave()
  })

  it('made the panel ready for one before', () => {
    vi.useFakeTimers()
    vi.spyOn(Element.prototype, 'matches').mockReturnValue(true)
    const { leave, buttons, frames } = page()
    buttons()[0]?.dispatchEvent(new Event('pointerenter'))
    expect(frames()).toEqual([])
    vi.runAllTimers()
    expect(frames()).toHaveLength(1)
    leave()
  })
})
