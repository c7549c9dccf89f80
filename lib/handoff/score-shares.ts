import type { SectionAssessment } from './assessment.ts'
import type { Template } from './template.ts'

/** How much each section counts in the score now, 0 to 1 each, in the template's order; 0 without a question in scope. */
export function sharesOfScore(
  { sections: asked }: Template,
  sections: readonly Pick<SectionAssessment, 'key' | 'inScope'>[],
): readonly number[] {
  const counting = asked.map(({ key, weight }) => {
    const inScope = sections.find((one) => one.key === key)?.inScope ?? 0
    return { weight, counts: inScope > 0 }
  })
  // Where none has a weight, all count alike.
  const isWeighed = counting.some(({ weight, counts }) => counts && weight > 0)
  const weights = counting.map(({ weight, counts }) => (counts ? (isWeighed ? weight : 1) : 0))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => (all === 0 ? 0 : weight / all))
}
