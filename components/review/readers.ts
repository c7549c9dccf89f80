import type { Answers } from '#lib/handoff/answer.ts'
import { tierOf } from '#lib/handoff/redaction.ts'
import type { Template } from '#lib/handoff/template.ts'
import { tiers, type Tier } from '#lib/handoff/tier.ts'
import { saysSomething } from '#lib/handoff/value-text.ts'

/** The answers that readers up to a tier see. */
export interface Readers {
  readonly tier: Tier
  /** Labels of the questions. */
  readonly labels: readonly string[]
}

/** Which answers stay narrow, from narrowest to widest; tiers without answers are left out. */
export function readersOf(template: Template, answers: Answers): readonly Readers[] {
  const answered = template.sections
    .flatMap(({ questions }) => questions)
    .filter(({ key }) => saysSomething(answers[key]))
  return tiers
    .map((tier) => ({
      tier,
      labels: answered
        .filter((question) => tierOf(question, answers[question.key]) === tier)
        .map(({ label }) => label),
    }))
    .filter(({ labels }) => labels.length > 0)
}
