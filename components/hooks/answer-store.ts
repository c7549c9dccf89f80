import type { Answer } from '#lib/handoff/answer.ts'
import { type Moment, typedBetween } from '#lib/handoff/retype.ts'
import type { AnswerOf } from '#lib/messaging/requests.ts'
import { isLongAnswer } from './long-answer.ts'
import { ask } from './segue.ts'

/** One answer as it was last stored, and when. */
interface Stored {
  readonly question: string
  readonly answer: Answer | null
  readonly moment: Moment
}

type Outcome = AnswerOf<'draft.answer'>

/** Stores one answer (null removes it); resolves once it is on the disk, or could not be kept. */
export type AnswerStore = (question: string, answer: Answer | null) => Promise<Outcome>

/**
 * Returns a way to store the answers of a draft. Of a long text that is stored already only what has changed is
 * sent: to send a hundred thousand characters at each key takes longer than to store them. Where the worker holds
 * anything else than what was stored last from here, it gets the whole.
 */
export function createAnswerStore(draftKey: string): AnswerStore {
  let last: Stored | null = null
  return async (question, answer) => {
    const known = last?.question === question ? last : null
    // Until it is stored, nothing is known of what is.
    last = null
    const stored = await storing(draftKey, { question, answer, known })
    if (stored.outcome === 'ok') last = { question, answer, moment: stored.value }
    return stored
  }
}

interface Change {
  readonly question: string
  readonly answer: Answer | null
  readonly known: Stored | null
}

async function storing(draftKey: string, { question, answer, known }: Change): Promise<Outcome> {
  const splice = known && isLongAnswer(answer) ? typedBetween(known.answer, answer) : null
  if (known && splice && answer) {
    const change = { question, since: known.moment, splice, at: answer.at }
    const retyped = await ask('draft.retype', { draftKey, ...change })
    if (retyped.outcome === 'trouble') return retyped
    if (retyped.value) return { outcome: 'ok', value: retyped.value }
  }
  return ask('draft.answer', { draftKey, question, answer })
}
