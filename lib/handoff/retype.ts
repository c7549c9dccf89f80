import type { Answer, GivenAnswer } from './answer.ts'
import type { Draft } from './draft.ts'
import { spliceBetween, spliced } from './splice.ts'
import type { Splice } from './splice-schema.ts'

/** A moment of a draft: whoever knows it knows what was stored then. */
export interface Moment {
  readonly revision: number
  /** When that revision was stored. ISO 8601. */
  readonly savedAt: string
}

/** A change within the text of one answer, made to what was stored at that moment. */
export interface Retyping {
  readonly question: string
  readonly since: Moment
  readonly splice: Splice
  /** When it was typed. ISO 8601. */
  readonly at: string
}

/** An answer that is a text. */
type TextAnswer = GivenAnswer & { readonly value: Extract<GivenAnswer['value'], { type: 'text' }> }

const isText = (answer: Answer | null | undefined): answer is TextAnswer =>
  answer?.kind === 'given' && answer.value.type === 'text'

const withoutText = (answer: TextAnswer) => JSON.stringify({ ...answer, value: null, at: null })

/** How an answer became another by typing alone: the splice of its text; null when more than that has changed. */
export function typedBetween(before: Answer | null, after: Answer | null): Splice | null {
  if (!isText(before) || !isText(after) || withoutText(before) !== withoutText(after)) return null
  return spliceBetween(before.value.text, after.value.text)
}

/** The answers with the change made; null when what is stored is not what the change was made to. */
export function retyped(
  { answers, revision, updatedAt }: Draft,
  { question, since, splice, at }: Retyping,
): Draft['answers'] | null {
  const answer = answers[question]
  const isKnown = revision === since.revision && updatedAt === since.savedAt
  const text = isKnown && isText(answer) ? spliced(answer.value.text, splice) : null
  if (text === null || !isText(answer)) return null
  return { ...answers, [question]: { ...answer, value: { type: 'text', text }, at } }
}
