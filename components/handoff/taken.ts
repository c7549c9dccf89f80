import type { GivenAnswer } from '#lib/handoff/answer.ts'
import type { Deal } from '#lib/handoff/deal.ts'
import { readQuestion } from '#lib/handoff/prefill.ts'
import type { Question } from '#lib/handoff/question.ts'

/**
 * The answer as Salesforce holds it now, with what was read, so that it is not offered again.
 * Null when its source has become empty.
 */
export function taken(question: Question, answer: GivenAnswer, deal: Deal): GivenAnswer | null {
  const { provenance } = answer
  const field = provenance.from === 'salesforce' ? (provenance.field ?? null) : null
  const letters = (question.prefill ?? []).flatMap((source) =>
    source.from === 'mapped' ? [[source.key, field] as const] : [],
  )
  const reading = readQuestion(question, { deal, mapping: Object.fromEntries(letters) })
  if (reading?.origin.from !== 'salesforce') return null
  return {
    ...answer,
    value: reading.value,
    provenance: { ...reading.origin, readAt: deal.readAt },
  }
}
