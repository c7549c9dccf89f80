import { describe, expect, it } from 'vitest'
import { createAsk, onFact } from '#lib/messaging/client.ts'

type Listener = (message: unknown, sender: { tab?: unknown }) => void

/** The extension's message bus, with a worker that behaves as told. */
function bus(answer: (message: unknown) => Promise<unknown>) {
  const listeners = new Set<Listener>()
  const waits: number[] = []
  const runtime = {
    sendMessage: answer,
    onMessage: {
      addListener: (listener: Listener) => void listeners.add(listener),
      removeListener: (listener: Listener) => void listeners.delete(listener),
    },
  }
  const ask = createAsk(runtime, async (milliseconds) => waits.push(milliseconds))
  const say = (message: unknown, sender = {}) =>
    listeners.forEach((listener) => listener(message, sender))
  return { runtime, ask, waits, say, listeners }
}

const asleep = () =>
  Promise.reject(new Error('Could not establish connection. Receiving end does not exist.'))

describe('asking the worker', () => {
  it('gives its answer, which the worker has parsed', async () => {
    const { ask } = bus(async () => ({ answer: { keys: 'Alt+Shift+H' } }))
    expect(await ask('shortcut.read', {})).toEqual({ keys: 'Alt+Shift+H' })
  })

  it('is repeated within a second while the worker is starting (F12)', async () => {
    let tries = 0
    const { ask, waits } = bus(() => {
      tries += 1
      return tries < 3 ? asleep() : Promise.resolve({ answer: { keys: '' } })
    })
    expect(await ask('shortcut.read', {})).toEqual({ keys: '' })
    expect(tries).toBe(3)
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(1000)
  })

  it('is given up after three repetitions', async () => {
    let tries = 0
    const { ask } = bus(() => {
      tries += 1
      return asleep()
    })
    await expect(ask('shortcut.read', {})).rejects.toThrow('Receiving end')
    expect(tries).toBe(4)
  })

  const lost =
    'A listener indicated an asynchronous response, but the message channel closed before a response was received'

  it('is repeated when the worker was stopped before it answered, where that does no harm', async () => {
    let tries = 0
    const { ask } = bus(() => {
      tries += 1
      return tries < 2 ? Promise.reject(new Error(lost)) : Promise.resolve({ answer: { keys: '' } })
    })
    expect(await ask('shortcut.read', {})).toEqual({ keys: '' })
    expect(tries).toBe(2)
  })

  it('is repeated when nothing came back at all, where that does no harm', async () => {
    let tries = 0
    const { ask } = bus(async () => {
      tries += 1
      return tries < 2 ? undefined : { answer: { keys: '' } }
    })
    expect(await ask('shortcut.read', {})).toEqual({ keys: '' })
    expect(tries).toBe(2)
  })

  it('is not repeated for a decision to which nothing came back', async () => {
    let tries = 0
    const { ask } = bus(async () => void (tries += 1))
    await expect(ask('handoff.accept', { handoffId: 'a', note: '' })).rejects.toThrow('no reply')
    expect(tries).toBe(1)
  })

  it('is not repeated for a decision whose answer was lost', async () => {
    let tries = 0
    const { ask } = bus(() => {
      tries += 1
      return Promise.reject(new Error(lost))
    })
    await expect(ask('handoff.accept', { handoffId: 'a', note: '' })).rejects.toThrow('closed')
    expect(tries).toBe(1)
  })

  it('is not repeated for any other failure', async () => {
    let tries = 0
    const { ask } = bus(() => {
      tries += 1
      return Promise.reject(new Error('The message could not be serialized.'))
    })
    await expect(ask('shortcut.read', {})).rejects.toThrow('serialized')
    expect(tries).toBe(1)
  })

  it('says what to do where Segue was updated under an open page', async () => {
    const { ask } = bus(() => Promise.reject(new Error('Extension context invalidated.')))
    await expect(ask('shortcut.read', {})).rejects.toThrow(
      'Segue was updated. Copy what you need, then reload this page.',
    )
  })

  it.each([
    { answer: undefined, because: 'no reply' },
    { answer: { answer: undefined }, because: 'no answer' },
    { answer: { failure: 'broken' }, because: 'broken' },
  ])('fails for an answer of $answer', async ({ answer, because }) => {
    const { ask } = bus(async () => answer)
    await expect(ask('shortcut.read', {})).rejects.toThrow(because)
  })
})

describe('listening for facts', () => {
  it('hears facts only, and nothing once the signal has aborted', () => {
    const { runtime, say, listeners } = bus(asleep)
    const heard: unknown[] = []
    const ending = new AbortController()
    onFact(runtime, (fact) => heard.push(fact), ending.signal)
    say({ request: 'page.read', params: {} })
    say({ fact: 'inbox-changed' })
    say({ fact: 'unheard-of' })
    ending.abort()
    say({ fact: 'identity-changed' })
    expect(heard).toEqual([{ fact: 'inbox-changed' }])
    expect(listeners.size).toBe(0)
  })

  it('does not believe what is said in a tab: it may be a page’s', () => {
    const { runtime, say } = bus(asleep)
    const heard: unknown[] = []
    onFact(runtime, (fact) => heard.push(fact), new AbortController().signal)
    say({ fact: 'identity-changed' }, { tab: { id: 7 } })
    expect(heard).toEqual([])
  })
})
