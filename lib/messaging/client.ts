import type { Confirmation } from './confirmation.ts'
import type { Fact } from './facts.ts'
import { needsConfirmation } from './for-good.ts'
import { isFact } from './is-fact.ts'
import { isReplyMessage } from './reply.ts'
import type { AnswerOf, Params, RequestName } from './requests.ts'

/** The part of `chrome.runtime` that a surface speaks through. */
export interface Runtime {
  readonly sendMessage: (message: unknown) => Promise<unknown>
  readonly onMessage: {
    readonly addListener: (listener: Hear) => void
    readonly removeListener: (listener: Hear) => void
  }
}

/** `sender` has a tab when a page, or what lies over one, has sent the message. */
type Hear = (message: unknown, sender: { readonly tab?: unknown }) => void

/** Asks the worker and returns its answer, which the worker has parsed. Throws when the worker cannot be reached or has a bug. */
export type Ask = <Name extends RequestName>(
  name: Name,
  params: Params<Name>,
) => Promise<AnswerOf<Name>>

/** Returns a way to ask the worker, which may just be starting. `wait` takes milliseconds. */
export function createAsk(runtime: Runtime, wait: (milliseconds: number) => Promise<unknown>): Ask {
  return async (name, params) => {
    const message = () => ({ request: name, params, ...confirmationOf(name) })
    const reply = await sendPatiently(runtime, message, { wait, isHarmless: isRepeatable(name) })
    if (!isReplyMessage(reply)) throw new Error(`${name}: no reply`)
    if ('failure' in reply) throw new Error(reply.failure)
    return crossed(name, reply.answer)
  }
}

/** The answer as its declaration says: the worker parses every answer before it crosses, and nobody else may send one. */
function crossed<Name extends RequestName>(name: Name, answer: unknown): AnswerOf<Name> {
  if (!isAnswerOf(name, answer)) throw new Error(`${name}: no answer`)
  return answer
}

function isAnswerOf<Name extends RequestName>(_: Name, answer: unknown): answer is AnswerOf<Name> {
  return answer !== undefined
}

/** Chrome can start a worker and deliver to it before its listeners stand. */
const notDelivered = /Receiving end does not exist/
/** The worker may also be stopped after it was asked: then nobody knows what it has done. */
const lostOnTheWay = /Receiving end does not exist|(?:channel|port) closed before a response/

/** The page was open while Segue was updated or switched off: nobody answers it any more. */
const leftBehind = /context invalidated/
const reloadWords = 'Segue was updated. Copy what you need, then reload this page.'

/** Thrown where nobody can be asked any more, until the page is reloaded. */
export class LeftBehind extends Error {}

/** Whether asking again does no harm: what only reads, stores the same again, or is known by its key. */
function isRepeatable(name: RequestName): boolean {
  return name === 'handoff.submit' || !/^(?:handoff|record|transition)\./.test(name)
}

/** A new one for each message: where asking again is harmless, the second message counts as well. */
function confirmationOf(name: RequestName): { confirmation?: Confirmation } {
  return needsConfirmation(name)
    ? { confirmation: { id: crypto.randomUUID(), at: Date.now() } }
    : {}
}

const pauses = [50, 200, 600]

interface Patience {
  readonly wait: (milliseconds: number) => Promise<unknown>
  /** Whether asking again does no harm, even if the worker was asked already. */
  readonly isHarmless: boolean
}

async function sendPatiently(
  runtime: Runtime,
  message: () => unknown,
  { wait, isHarmless }: Patience,
): Promise<unknown> {
  const passing = isHarmless ? lostOnTheWay : notDelivered
  for (const pause of pauses) {
    try {
      const reply = await runtime.sendMessage(message())
      // Chrome now and then gives nothing instead, when a worker is stopped before it has answered.
      if (reply !== undefined || !isHarmless) return reply
    } catch (error) {
      const words = String(error)
      if (leftBehind.test(words)) throw new LeftBehind(reloadWords, { cause: error })
      if (!passing.test(words)) throw error
    }
    await wait(pause)
  }
  return runtime.sendMessage(message())
}

/** Calls the listener with each fact the worker announces, until the signal aborts. What a tab says is not believed. */
export function onFact(
  runtime: Runtime,
  listener: (fact: Fact) => void,
  signal: AbortSignal,
): void {
  const hear: Hear = (message, { tab }) => {
    if (tab !== undefined) return
    if (isFact(message)) listener(message)
  }
  runtime.onMessage.addListener(hear)
  signal.addEventListener('abort', () => runtime.onMessage.removeListener(hear), { once: true })
}
