import type { Value } from './answer.ts'
import { counterparts } from './counterpart.ts'
import { dayIn } from './day.ts'
import type { Question } from './question.ts'
import type { Origin, Sources } from './source.ts'
import { readSource } from './source.ts'
import { valueFrom } from './source-value.ts'
import type { Template } from './template.ts'
import { mayRead, type Tier } from './tier.ts'

/** What a question's source holds now, in the question's own type. */
export interface Reading {
  readonly value: Value
  readonly origin: Origin
  /** Who might read it in the handoff that it comes from. */
  readonly tier?: Tier | undefined
}

const askedIn = ({ sections }: Template) =>
  sections.flatMap(({ questions }) => questions.map((question) => ({ question })))

/** A day that has passed says nothing of what comes next. */
const hasPassed = (value: Value, today: string) => value.type === 'date' && value.date < today

/**
 * Answers questions from the previous handoff: from its answer to the same question, else to one that covers the
 * same letter of a methodology. Each of its answers is carried over once.
 */
export function carrier(template: Template, sources: Sources, at: string) {
  const { previous, deal } = sources
  const today = dayIn(deal.timeZone, at)
  const earlier = previous?.template ? askedIn(previous.template) : []
  const spoken = new Set(askedIn(template).map(({ question }) => question.key))
  return (question: Question): Reading | null => {
    for (const { question: other } of counterparts(question, earlier)) {
      if (other.key !== question.key && spoken.has(other.key)) continue
      const found = readSource({ from: 'previous-handoff', question: other.key }, sources)
      const value = found && valueFrom(found.content, question.answer, sources)
      if (!found || !value || hasPassed(value, today)) continue
      spoken.add(other.key)
      return { value, origin: found.origin, tier: found.tier }
    }
    return null
  }
}

/** What was written for a narrower circle than the question's own stays in that circle. */
export function tierCarried(
  { tier }: Question,
  before: Tier | undefined,
): { readonly tier?: Tier } {
  return before === undefined || mayRead(before, tier) ? {} : { tier: before }
}
