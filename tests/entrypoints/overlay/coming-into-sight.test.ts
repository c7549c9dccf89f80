import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startOverlay } from '../../../entrypoints/overlay.content/overlay.ts'

const deal = 'https://acme.lightning.force.com/lightning/r/Opportunity/006Hs0000000847IAA/view'
const list = 'https://acme.lightning.force.com/lightning/o/Opportunity/list'

let controller = new AbortController()

beforeEach(() => {
  controller = new AbortController()
  vi.stubGlobal('navigation', new EventTarget())
  Object.assign(HTMLElement.prototype, { showPopover: () => undefined })
})
afterEach(() => {
  controller.abort()
  Reflect.deleteProperty(document, 'prerendering')
  vi.unstubAllGlobals()
  document.documentElement.replaceChildren()
})

/** What the script of a page at this address says to the worker. */
function saidOn(address: string): readonly unknown[] {
  const said: unknown[] = []
  const runtime = {
    id: 'segue',
    sendMessage: async (message: unknown) => void said.push(message),
    onMessage: { addListener: () => undefined },
  }
  vi.stubGlobal('chrome', { runtime })
  location.href = address
  startOverlay(controller.signal)
  return said
}

/** What a browser says when a page is shown: whether it was kept as it was left. */
function show(persisted: boolean): void {
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted }))
}

function setMadeReady(prerendering: boolean): void {
  Object.defineProperty(document, 'prerendering', { value: prerendering, configurable: true })
}

const news = { overlay: 'address-changed' }

describe('a page that comes into sight', () => {
  it('asks what to show once more when it was kept as it was left, and only then', () => {
    const said = saidOn(deal)
    expect(said).toEqual([news])
    show(false)
    expect(said).toEqual([news])
    show(true)
    expect(said).toEqual([news, news])
  })

  it('says nothing while it is made ready beforehand, for its tab shows another page', () => {
    setMadeReady(true)
    const said = saidOn(deal)
    expect(said).toEqual([])
    setMadeReady(false)
    document.dispatchEvent(new Event('prerenderingchange'))
    expect(said).toEqual([news])
  })

  it('says nothing where it shows no deal', () => {
    const said = saidOn(list)
    show(true)
    document.dispatchEvent(new Event('prerenderingchange'))
    expect(said).toEqual([])
  })
})
