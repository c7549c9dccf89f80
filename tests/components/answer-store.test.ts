import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { typed } from '../lib/handoff/builders.ts'

const LONG = 'The board wants four. '.repeat(1000)

interface Sent {
  readonly request: string
  readonly params: object
}

const moment = (revision: number) => ({ revision, savedAt: `2026-11-26T12:00:0${revision}.000Z` })
const ok = (value: unknown) => ({ answer: { outcome: 'ok', value } })

/** Stores through a worker that answers as the test says, and tells what it was sent. */
async function storing() {
  vi.resetModules()
  const sent: Sent[] = []
  const answers: unknown[] = []
  const sendMessage = async (message: Sent) => {
    sent.push(message)
    return answers.shift()
  }
  vi.stubGlobal('chrome', { runtime: { sendMessage } })
  const { createAnswerStore } = await import('#components/hooks/answer-store.ts')
  return { store: createAnswerStore('draft-1'), sent, answers }
}

let worker: Awaited<ReturnType<typeof storing>>
beforeEach(async () => {
  worker = await storing()
})
afterEach(() => vi.unstubAllGlobals())

const requests = () => worker.sent.map(({ request }) => request)

describe('the answer to a long question', () => {
  it('is sent whole at first, then only what has changed', async () => {
    worker.answers.push(ok(moment(1)), ok(moment(2)))
    await worker.store('why', typed(LONG))
    expect(await worker.store('why', typed(`${LONG}x`))).toEqual({
      outcome: 'ok',
      value: moment(2),
    })
    expect(worker.sent[1]).toMatchObject({
      request: 'draft.retype',
      params: { since: moment(1), splice: { from: LONG.length, to: LONG.length, put: 'x' } },
    })
  })

  it('is sent whole where the worker holds something else', async () => {
    worker.answers.push(ok(moment(1)), ok(null), ok(moment(5)))
    await worker.store('why', typed(LONG))
    const stored = await worker.store('why', typed(`${LONG}x`))
    expect(stored).toEqual({ outcome: 'ok', value: moment(5) })
    expect(requests()).toEqual(['draft.answer', 'draft.retype', 'draft.answer'])
    expect(worker.sent[2]?.params).toMatchObject({ answer: typed(`${LONG}x`) })
  })

  it('is sent whole after it could not be kept, and nothing is tried twice at once', async () => {
    const trouble = { kind: 'storage-full', detail: 'The disk is full.', fields: [] }
    worker.answers.push(ok(moment(1)), { answer: { outcome: 'trouble', trouble } }, ok(moment(2)))
    await worker.store('why', typed(LONG))
    expect(await worker.store('why', typed(`${LONG}x`))).toEqual({ outcome: 'trouble', trouble })
    await worker.store('why', typed(`${LONG}x`))
    expect(requests()).toEqual(['draft.answer', 'draft.retype', 'draft.answer'])
  })

  it.each([
    ['another question was stored in between', 'when', typed(LONG)],
    ['it was taken away in between', 'why', null],
  ])('is sent whole when %s', async (_, question, answer) => {
    worker.answers.push(ok(moment(1)), ok(moment(2)), ok(moment(3)))
    await worker.store('why', typed(LONG))
    await worker.store(question, answer)
    await worker.store('why', typed(`${LONG}x`))
    expect(requests()).toEqual(['draft.answer', 'draft.answer', 'draft.answer'])
  })
})

describe('the answer to a short question', () => {
  it('is sent whole each time', async () => {
    worker.answers.push(ok(moment(1)), ok(moment(2)))
    await worker.store('why', typed('Price'))
    await worker.store('why', typed('The price'))
    expect(requests()).toEqual(['draft.answer', 'draft.answer'])
  })
})
