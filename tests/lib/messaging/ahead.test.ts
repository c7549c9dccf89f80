import { describe, expect, it } from 'vitest'
import { aheadIn, askedAs } from '#lib/messaging/ahead.ts'
import { type Ask, createAsk, takingAhead } from '#lib/messaging/client.ts'

/** A page, and a worker that answers how often it was asked. */
function page() {
  const place = {}
  let asked = 0
  const onMessage = { addListener: () => undefined, removeListener: () => undefined }
  const sendMessage = async () => {
    asked += 1
    return { answer: { keys: `asked ${asked}` } }
  }
  const ask = createAsk({ sendMessage, onMessage }, () => Promise.resolve())
  const keep = (answer: Promise<unknown>) =>
    aheadIn(place).keep(askedAs('shortcut.read', {}), answer)
  const early: Ask = takingAhead(ask, aheadIn(place))
  return { place, keep, early, forget: () => aheadIn(place).forget() }
}

describe('what was asked while the scripts were on their way', () => {
  it('is taken instead of being asked again, once', async () => {
    const { keep, early } = page()
    keep(Promise.resolve({ keys: 'early' }))
    expect(await early('shortcut.read', {})).toEqual({ keys: 'early' })
    expect(await early('shortcut.read', {})).toEqual({ keys: 'asked 1' })
  })

  it('is asked for when nobody has', async () => {
    const { early } = page()
    expect(await early('shortcut.read', {})).toEqual({ keys: 'asked 1' })
  })

  it('is asked for again when it failed', async () => {
    const { keep, early } = page()
    keep(Promise.reject(new Error('no worker')))
    expect(await early('shortcut.read', {})).toEqual({ keys: 'asked 1' })
  })

  it('is nothing any more once something has changed', async () => {
    const { keep, early, forget } = page()
    keep(Promise.resolve({ keys: 'early' }))
    forget()
    expect(await early('shortcut.read', {})).toEqual({ keys: 'asked 1' })
  })

  it('answers only what was asked', async () => {
    const { place, early } = page()
    aheadIn(place).keep(askedAs('outbox.read', { opportunityId: 'a' }), Promise.resolve([]))
    expect(await early('shortcut.read', {})).toEqual({ keys: 'asked 1' })
  })
})
