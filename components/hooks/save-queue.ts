import type { Answer, Answers } from '#lib/handoff/answer.ts'
import { isLongAnswer } from './long-answer.ts'

/** Whether what the user typed is on disk, on its way there, or could not be kept. */
type SaveState =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  | { readonly state: 'failed'; readonly because: string }

/** Stores one answer; resolves to why it could not, or to null once it is on disk. */
export type Store = (question: string, answer: Answer | null) => Promise<string | null>

/** Answers on their way to disk, at most one in flight for each question. */
export interface SaveQueue {
  readonly put: (question: string, answer: Answer | null) => void
  /** Sends everything now, as when the page goes away. */
  readonly flush: () => void
  /** Stored answers with what is still on its way laid over them. */
  readonly over: (answers: Answers) => Answers
  readonly state: () => SaveState
  readonly subscribe: (listener: () => void) => () => void
  /** Resolves when nothing is on its way any more. */
  readonly settled: () => Promise<void>
}

/**
 * How long typing is gathered before it is sent, in milliseconds: what one key changes goes together. What is typed
 * while an answer is in flight goes with the next one; a slow disk is thus never flooded.
 */
const GATHER = 4
/** How long to wait before trying again to keep what could not be kept: doubled each time, in milliseconds. */
const FIRST_RETRY = 1000
const LONGEST_RETRY = 30_000

/** An empty queue over a store. A long text comes here once its key is painted: it is sent at once. */
export function createSaveQueue(store: Store): SaveQueue {
  const waiting = new Map<string, Answer | null>()
  const inFlight = new Map<string, Answer | null>()
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let state: SaveState = { state: 'saved' }
  let pause = FIRST_RETRY

  const become = (next: SaveState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const fail = (because: string) => {
    become({ state: 'failed', because })
    timer ??= setTimeout(flush, pause)
    pause = Math.min(LONGEST_RETRY, pause * 2)
  }
  const isIdle = () => waiting.size === 0 && inFlight.size === 0
  const send = async (question: string, answer: Answer | null) => {
    waiting.delete(question)
    inFlight.set(question, answer)
    const problem = await attempt(store, question, answer)
    inFlight.delete(question)
    if (problem !== null && !waiting.has(question)) waiting.set(question, answer)
    if (problem !== null) return fail(problem)
    pause = FIRST_RETRY
    if (waiting.has(question)) return flush()
    if (isIdle()) become({ state: 'saved' })
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    for (const [question, answer] of waiting) {
      if (!inFlight.has(question)) void send(question, answer)
    }
  }
  return {
    put: (question, answer) => {
      waiting.set(question, answer)
      if (state.state !== 'saving') become({ state: 'saving' })
      if (timer === undefined && isLongAnswer(answer)) flush()
      else timer ??= setTimeout(flush, GATHER)
    },
    flush,
    over: (answers) => layOver(layOver(answers, inFlight), waiting),
    state: () => state,
    subscribe: (listener) => listen(listeners, listener),
    settled: () =>
      new Promise((resolve) => {
        const check = () => {
          if (!isIdle() && state.state !== 'failed') return
          listeners.delete(check)
          resolve()
        }
        listeners.add(check)
        flush()
        check()
      }),
  }
}

function listen(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

async function attempt(store: Store, question: string, answer: Answer | null) {
  try {
    return await store(question, answer)
  } catch (error) {
    return error instanceof Error ? error.message : 'The extension did not answer.'
  }
}

/** Answers with changes laid over them; null takes one out. */
export function layOver(answers: Answers, changes: ReadonlyMap<string, Answer | null>): Answers {
  const result = { ...answers }
  for (const [question, answer] of changes) {
    if (answer === null) delete result[question]
    else result[question] = answer
  }
  return result
}
