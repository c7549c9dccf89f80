import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer, Answers } from '#lib/handoff/answer.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import { draft as aDraft } from '../gallery/deal.ts'

const saying = (text: string): Answer => ({
  kind: 'given',
  value: { type: 'text', text },
  provenance: { from: 'typed' },
  evidence: [],
  by: { userId: '005000000000001AAA', name: 'Ana' },
  at: '2026-11-26T12:00:00.000Z',
})

type Listener = (message: unknown, sender: object) => void

/** A surface with the draft of a deal on screen, and a worker that counts what it is asked. */
async function surface() {
  vi.resetModules()
  const listeners = new Set<Listener>()
  const asked: unknown[] = []
  const onMessage = { addListener: (listener: Listener) => void listeners.add(listener) }
  const sendMessage = async (message: unknown) => {
    asked.push(message)
    return { answer: null }
  }
  vi.stubGlobal('chrome', { runtime: { sendMessage, onMessage } })
  const { keepFresh } = await import('#components/hooks/use-facts.ts')
  const { noteSave } = await import('#components/hooks/own-saves.ts')
  const { standOver } = await import('#components/hooks/others-answers.ts')
  const { keys, queries } = await import('#components/hooks/segue.ts')
  const stored: Draft = { ...aDraft, answers: { why: saying('Price') }, revision: 4 }
  const { key: draftKey, opportunityId } = stored
  const queryKey = keys.draft(opportunityId)
  queries.setQueryData(queryKey, stored)
  keepFresh()
  return {
    typing: (unsaved: Answers) =>
      standOver(opportunityId, { over: (answers) => ({ ...answers, ...unsaved }) }),
    saves: (revision: number) => noteSave(draftKey, Promise.resolve(revision)),
    says: async (revision: number, answered?: { question: string; answer: Answer | null }) => {
      const fact = { fact: 'draft-changed', draftKey, opportunityId, revision, answered }
      for (const listener of listeners) listener(fact, {})
      await vi.waitFor(() => Promise.resolve())
    },
    shown: () => queries.getQueryData<Draft>(queryKey),
    isStale: () => queries.getQueryState(queryKey)?.isInvalidated,
    asked,
  }
}

let tab: Awaited<ReturnType<typeof surface>>
beforeEach(async () => {
  tab = await surface()
})
afterEach(() => vi.unstubAllGlobals())

describe('an answer given in another tab (F45)', () => {
  it('stands here without the draft being asked for', async () => {
    tab.typing({})
    await tab.says(5, { question: 'when', answer: saying('May') })
    expect(tab.shown()).toMatchObject({
      revision: 5,
      answers: { why: saying('Price'), when: saying('May') },
    })
    expect(tab.isStale()).toBe(false)
    expect(tab.asked).toEqual([])
  })

  it('that was taken away is away here', async () => {
    tab.typing({})
    await tab.says(5, { question: 'why', answer: null })
    expect(tab.shown()?.answers).toEqual({})
  })

  it('follows upon what was saved here', async () => {
    tab.typing({})
    await tab.saves(5)
    await tab.says(6, { question: 'when', answer: saying('May') })
    await tab.says(7, { question: 'when', answer: saying('June') })
    expect(tab.shown()).toMatchObject({ revision: 7, answers: { when: saying('June') } })
    expect(tab.isStale()).toBe(false)
  })

  it('does not take away what is being typed here', async () => {
    tab.typing({ why: saying('Price and') })
    await tab.says(5, { question: 'why', answer: saying('Speed') })
    expect(tab.shown()?.answers).toEqual({ why: saying('Price and') })
  })

  it.each([
    ['a change in between was missed', 6, { question: 'when', answer: saying('May') }],
    ['something else of the draft has changed', 5, undefined],
  ])('asks for the draft when %s', async (_, revision, answered) => {
    tab.typing({})
    await tab.says(revision, answered)
    expect(tab.isStale()).toBe(true)
  })

  it('asks for the draft when a save of this tab went in between', async () => {
    tab.typing({})
    await tab.saves(6)
    await tab.says(5, { question: 'when', answer: saying('May') })
    expect(tab.isStale()).toBe(true)
  })

  it('asks for the draft when none is on screen', async () => {
    await tab.says(5, { question: 'when', answer: saying('May') })
    expect(tab.isStale()).toBe(true)
  })
})

describe('what this tab has saved itself', () => {
  it('is not read again', async () => {
    tab.typing({})
    await tab.saves(5)
    await tab.says(5, { question: 'when', answer: saying('May') })
    expect(tab.isStale()).toBe(false)
  })
})
