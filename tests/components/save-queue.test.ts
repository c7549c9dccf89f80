import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSaveQueue } from '#components/hooks/save-queue.ts'
import type { Answer } from '#lib/handoff/answer.ts'
import { ana } from '../gallery/deal.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const said = (text: string): Answer => ({
  kind: 'given',
  value: { type: 'text', text },
  provenance: { from: 'typed' },
  evidence: [],
  by: ana,
  at: '2026-11-23T10:00:00Z',
})

const textOf = (answer: Answer | null) =>
  JSON.stringify(answer).match(/"text":"([^"]*)"/)?.[1] ?? null

/** A disk that answers when told to. */
function slowDisk() {
  const calls: {
    question: string
    text: string | null
    answer: (problem: string | null) => void
  }[] = []
  const queue = createSaveQueue(
    (question, answer) =>
      new Promise((resolve) => {
        calls.push({ question, text: textOf(answer), answer: resolve })
      }),
  )
  return { queue, calls }
}

describe('saving what is typed', () => {
  it('sends the last of what was typed within 100 ms, once', async () => {
    const { queue, calls } = slowDisk()
    for (const text of ['K', 'Ki', 'Kic']) queue.put('next', said(text))
    expect(queue.state().state).toBe('saving')
    await vi.advanceTimersByTimeAsync(100)
    expect(calls.map(({ text }) => text)).toEqual(['Kic'])
  })

  it('calls it saved only when the disk has answered', async () => {
    const { queue, calls } = slowDisk()
    queue.put('next', said('Kick'))
    await vi.advanceTimersByTimeAsync(5000)
    expect(queue.state().state).toBe('saving')
    calls[0]?.answer(null)
    await vi.advanceTimersByTimeAsync(0)
    expect(queue.state()).toEqual({ state: 'saved' })
  })

  it('has at most one write of a question in flight, and sends what came meanwhile after it', async () => {
    const { queue, calls } = slowDisk()
    queue.put('next', said('one'))
    await vi.advanceTimersByTimeAsync(100)
    queue.put('next', said('two'))
    queue.put('next', said('three'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(calls).toHaveLength(1)
    calls[0]?.answer(null)
    await vi.advanceTimersByTimeAsync(0)
    expect(calls.map(({ text }) => text)).toEqual(['one', 'three'])
    expect(queue.state().state).toBe('saving')
  })

  it('writes different questions side by side', async () => {
    const { queue, calls } = slowDisk()
    queue.put('next', said('a'))
    queue.put('pain', said('b'))
    await vi.advanceTimersByTimeAsync(100)
    expect(calls.map(({ question }) => question)).toEqual(['next', 'pain'])
  })

  it('sends at once when the page goes away', () => {
    const { queue, calls } = slowDisk()
    queue.put('next', said('half a wo'))
    queue.flush()
    expect(calls.map(({ text }) => text)).toEqual(['half a wo'])
  })

  it('keeps what could not be stored, says why, and tries again by itself', async () => {
    const { queue, calls } = slowDisk()
    queue.put('next', said('precious'))
    await vi.advanceTimersByTimeAsync(100)
    calls[0]?.answer('The disk is full.')
    await vi.advanceTimersByTimeAsync(0)
    expect(queue.state()).toEqual({ state: 'failed', because: 'The disk is full.' })
    expect(textOf(queue.over({})['next'] ?? null)).toBe('precious')
    await vi.advanceTimersByTimeAsync(1000)
    calls[1]?.answer(null)
    await vi.advanceTimersByTimeAsync(0)
    expect(calls.map(({ text }) => text)).toEqual(['precious', 'precious'])
    expect(queue.state()).toEqual({ state: 'saved' })
  })

  it('never replaces newer words by older ones that could not be stored', async () => {
    const { queue, calls } = slowDisk()
    queue.put('next', said('old'))
    await vi.advanceTimersByTimeAsync(100)
    queue.put('next', said('new'))
    calls[0]?.answer('No.')
    await vi.advanceTimersByTimeAsync(2000)
    expect(calls.at(-1)?.text).toBe('new')
  })

  it('takes a worker that throws for a failure to save', async () => {
    const queue = createSaveQueue(async () => {
      throw new Error('The extension was updated.')
    })
    queue.put('next', said('word'))
    await vi.advanceTimersByTimeAsync(100)
    expect(queue.state()).toEqual({ state: 'failed', because: 'The extension was updated.' })
  })

  it('removes an answer from what is shown before the disk has', () => {
    const { queue } = slowDisk()
    queue.put('next', null)
    expect(queue.over({ next: said('gone'), pain: said('stays') })).toEqual({ pain: said('stays') })
  })

  it('is settled when everything is on disk', async () => {
    const { queue, calls } = slowDisk()
    queue.put('next', said('last'))
    const settled = vi.fn<() => void>()
    void queue.settled().then(settled)
    await vi.advanceTimersByTimeAsync(0)
    expect(settled).not.toHaveBeenCalled()
    calls[0]?.answer(null)
    await vi.advanceTimersByTimeAsync(0)
    expect(settled).toHaveBeenCalledOnce()
  })
})
