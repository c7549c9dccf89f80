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
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  document.documentElement.replaceChildren()
})

describe('a page on which the extension was updated (F13)', () => {
  it('shows one hint, and the script left behind asks nobody and throws nothing', () => {
    const sent: unknown[] = []
    const runtime: { id: string | undefined } & Record<string, unknown> = {
      id: 'segue',
      sendMessage: async (message: unknown) => void sent.push(message),
      onMessage: { addListener: () => undefined },
    }
    vi.stubGlobal('chrome', { runtime })
    location.href = `https://acme.lightning.force.com${deal}`
    const controller = new AbortController()
    startOverlay(controller.signal)
    expect(sent).toHaveLength(1)
    runtime.id = undefined
    for (const path of [other, deal, other, deal]) {
      location.href = `https://acme.lightning.force.com${path}`
      navigation.dispatchEvent(new Event('currententrychange'))
    }
    expect(sent).toHaveLength(1)
    const [hint, ...others] = roots.flatMap((root) => Array.from(root.querySelectorAll('button')))
    expect(others).toEqual([])
    expect(hint?.textContent).toBe('Segue was updated: reload this page')
    expect(hint?.disabled).toBe(true)
    controller.abort()
  })
})
