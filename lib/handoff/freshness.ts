import type { Answer, Answers, Value } from './answer.ts'
import type { Deal } from './deal.ts'
import type { PrefillOptions } from './prefill.ts'
import { prefill, readQuestion } from './prefill.ts'
import type { Question } from './question.ts'
import type { Template } from './template.ts'

type FromSalesforce = Extract<
  Extract<Answer, { kind: 'given' }>['provenance'],
  { from: 'salesforce' }
>

/** The field a letter was read from is in the answer itself, so no mapping table is needed to look again. */
function readAgain(question: Question, { field }: FromSalesforce, deal: Deal) {
  const letters = (question.prefill ?? []).flatMap((source) =>
    source.from === 'mapped' ? [source.key] : [],
  )
  const mapping = Object.fromEntries(letters.map((letter) => [letter, field ?? null]))
  return readQuestion(question, { deal, mapping })
}

/**
 * What the source of a pre-filled answer holds now, when that is no longer what was read; `now` is null when the source has become empty.
 * Null for an answer that is unchanged, and always for one that a person typed: typed words are never replaced.
 */
export function changedInSalesforce(
  question: Question,
  answer: Answer | undefined,
  deal: Deal,
): { readonly now: Value | null } | null {
  if (answer?.kind !== 'given' || answer.provenance.from !== 'salesforce') return null
  const reading = readAgain(question, answer.provenance, deal)
  if (!reading) return { now: null }
  if (reading.origin.from !== 'salesforce') return null
  const same = JSON.stringify(reading.origin.asRead) === JSON.stringify(answer.provenance.asRead)
  return same ? null : { now: reading.value }
}

/** The answers with unanswered questions filled from the deal as it is now. What is answered stays, and so does what a person emptied. */
export function refresh(
  template: Template,
  answers: Answers,
  { deal, ...options }: PrefillOptions & { readonly deal: Deal },
): Answers {
  return { ...prefill(template, deal, options), ...answers }
}
