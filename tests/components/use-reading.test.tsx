import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { handoff } from '../lib/handoff/builders.ts'
import { sessionStorage } from './session-storage.ts'

const about = 'org:user:handoff'
const collected = 15_000

/** A recipient's panel on a handoff, and a worker that takes ticks or refuses them. */
async function panel() {
  vi.resetModules()
  const { stored, session } = sessionStorage()
  const asked: unknown[] = []
  const worker = { takes: true }
  const sendMessage = async ({ params }: { readonly params: { readonly sections: unknown } }) => {
    asked.push(params.sections)
    const trouble = { kind: 'not-now', detail: '', fields: [] }
    const refusal = { outcome: 'trouble', trouble }
    return { answer: worker.takes ? { outcome: 'ok', value: {} } : refusal }
  }
  vi.stubGlobal('chrome', { runtime: { sendMessage }, storage: { session } })
  const { useReading } = await import('#components/hooks/use-reading.ts')
  const { useTypedTexts } = await import('#components/hooks/use-typed-texts.ts')
  const open = (shown: Handoff = handoff()) =>
    renderHook((current: Handoff) => useReading(current, useTypedTexts(about)), {
      initialProps: shown,
    })
  return { open, asked, stored, worker }
}

let reading: Awaited<ReturnType<typeof panel>>
beforeEach(async () => {
  vi.useFakeTimers()
  reading = await panel()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))
const readIn = (shown: ReturnType<typeof reading.open>) =>
  Object.keys(shown.result.current.reviewed)

async function tick(shown: ReturnType<typeof reading.open>, ...sections: string[]) {
  await pass(0)
  for (const section of sections) act(() => shown.result.current.onRead(section, true))
}

describe('the sections that were ticked as read', () => {
  it('are told together, once', async () => {
    const shown = reading.open()
    await tick(shown, 'deal', 'people')
    await pass(collected)
    await pass(collected)
    expect(reading.asked).toEqual([['deal', 'people']])
    expect(readIn(shown)).toEqual(['deal', 'people'])
  })

  it('are not told for ever where Salesforce takes them and never shows them', async () => {
    const shown = reading.open()
    await tick(shown, 'deal')
    for (const minute of [1, 2, 3, 4, 5, 6]) {
      await pass(collected)
      shown.rerender(handoff({ modifiedAt: `2026-11-26T12:0${minute}:00.000Z` }))
    }
    expect(reading.asked).toEqual([['deal'], ['deal'], ['deal']])
  })

  it('outlive a reload, and are told by the next panel', async () => {
    reading.worker.takes = false
    const before = reading.open()
    await tick(before, 'deal', 'people')
    before.unmount()
    await pass(0)
    reading.worker.takes = true
    const after = reading.open()
    await pass(0)
    expect(readIn(after)).toEqual(['deal', 'people'])
    await pass(collected)
    expect(reading.asked).toEqual([
      ['deal', 'people'],
      ['deal', 'people'],
    ])
  })

  it('are told again when the handoff has changed without them', async () => {
    const shown = reading.open()
    await tick(shown, 'deal')
    await pass(collected)
    shown.rerender(handoff({ modifiedAt: '2026-03-10T09:05:00Z' }))
    await pass(collected)
    expect(reading.asked).toEqual([['deal'], ['deal']])
  })

  it('are no longer kept once Salesforce has them', async () => {
    const shown = reading.open()
    await tick(shown, 'deal')
    shown.rerender(handoff({ reviewed: { deal: '2026-03-10T09:00:00Z' } }))
    await pass(collected)
    expect(reading.asked).toEqual([])
    expect(reading.stored).toEqual({})
  })

  it('go along with an acceptance, even those that are under way', async () => {
    const shown = reading.open()
    await tick(shown, 'deal')
    await pass(collected)
    await tick(shown, 'people')
    const told: string[][] = []
    await act(async () => {
      await shown.result.current.tellBy(async (sections) => told.push(sections) > 0)
    })
    await pass(collected)
    expect(told).toEqual([['deal', 'people']])
    expect(reading.asked).toEqual([['deal']])
  })
})
