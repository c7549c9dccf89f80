import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noteGivenUp, useSentWords } from '#components/hooks/use-sent-words.ts'
import { useTypedTexts } from '#components/hooks/use-typed-texts.ts'
import { sessionStorage } from './session-storage.ts'

type Sendings = Parameters<typeof useSentWords>[1]

const nothing: Sendings = []

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('chrome', { storage: { session: sessionStorage().session } })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const settle = () => act(() => vi.advanceTimersByTimeAsync(0))

/** A surface on which a remark and a mark stand in their boxes. */
async function surface() {
  const { result, rerender, unmount } = renderHook(
    (sendings: Sendings) => {
      const texts = useTypedTexts('org:user:handoff')
      return { ...texts, onSent: useSentWords(texts, sendings) }
    },
    { initialProps: nothing },
  )
  await settle()
  const type = (box: string, text: string) => act(() => result.current.type(box, text))
  return {
    type,
    unmount,
    typed: () => result.current.typed,
    show: async (...sendings: Sendings) => {
      rerender(sendings)
      await settle()
    },
    /** Sends what stands in a box: it is emptied as soon as that is on its way. */
    send: async (operationKey: string, box: string, after = '') => {
      act(() => {
        result.current.onSent(operationKey)
        result.current.type(box, after)
      })
      await settle()
    },
  }
}

let seq = 0
const newKey = () => `operation ${(seq += 1)}`

describe('words that are on their way', () => {
  it('stand in their box again when their sending is given up', async () => {
    const key = newKey()
    const shown = await surface()
    shown.type('remark:why', 'See me')
    shown.type('reply:c1', 'June')
    await shown.send(key, 'remark:why')
    expect(shown.typed()).not.toHaveProperty('remark:why')
    await shown.show({ operationKey: key, state: 'needs-attention', action: 'comment' })
    noteGivenUp(key)
    await shown.show()
    expect(shown.typed()).toEqual({ 'remark:why': 'See me', 'reply:c1': 'June' })
  })

  it.each(['accept', 'decline'])(
    'stand in the sheet again, once, when the decision to %s was refused',
    async (action) => {
      const key = newKey()
      const shown = await surface()
      shown.type('accept:note', 'Thank you')
      await shown.send(key, 'accept:note')
      await shown.show({ operationKey: key, state: 'sending', action })
      expect(shown.typed()).not.toHaveProperty('accept:note')
      await shown.show({ operationKey: key, state: 'needs-attention', action })
      expect(shown.typed()).toEqual({ 'accept:note': 'Thank you' })
      shown.type('accept:note', '')
      await shown.show({ operationKey: key, state: 'needs-attention', action })
      expect(shown.typed()).toEqual({})
    },
  )

  it('are let go of once Salesforce has them', async () => {
    const key = newKey()
    const shown = await surface()
    shown.type('remark:why', 'See me')
    await shown.send(key, 'remark:why')
    await shown.show({ operationKey: key, state: 'sent', action: 'comment' })
    expect(shown.typed()).toEqual({})
  })

  it('come back after what was written in their place since', async () => {
    const key = newKey()
    const shown = await surface()
    shown.type('remark:why', 'See me')
    await shown.send(key, 'remark:why')
    shown.type('remark:why', 'Something else')
    noteGivenUp(key)
    await shown.show()
    expect(shown.typed()).toMatchObject({ 'remark:why': 'Something else' })
    shown.type('remark:why', '')
    await shown.show()
    expect(shown.typed()).toEqual({ 'remark:why': 'See me' })
  })

  it('come back on a surface that was opened anew meanwhile', async () => {
    const key = newKey()
    const first = await surface()
    first.type('rate:comment', 'Well done')
    await first.send(key, 'rate:comment')
    first.unmount()
    const second = await surface()
    noteGivenUp(key)
    await second.show()
    expect(second.typed()).toEqual({ 'rate:comment': 'Well done' })
  })

  it('stand open again where they are kept and only marked as sent', async () => {
    const key = newKey()
    const shown = await surface()
    shown.type('promise:c1:broken', 'The depot burned')
    await shown.send(key, 'promise:c1:broken:sent', 'yes')
    expect(shown.typed()).toMatchObject({ 'promise:c1:broken:sent': 'yes' })
    noteGivenUp(key)
    await shown.show()
    expect(shown.typed()).toEqual({ 'promise:c1:broken': 'The depot burned' })
  })
})
