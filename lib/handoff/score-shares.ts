import type { SectionAssessment } from './assessment.ts'
import type { Template } from './template.ts'

/** How much each section counts in the score now, 0 to 1 each, in the template's order; 0 without a question in scope. */
export function sharesOfScore(
  { sections: asked }: Template,
  sections: readonly Pick<SectionAssessment, 'key' | 'inScope'>[],
): readonly number[] {
  const weights = asked.map(({ key, weight }) => {
    const inScope = sections.find((one) => one.key === key)?.inScope ?? 0
    return inScope > 0 ? weight : 0
  })
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => (all === 0 ? 0 : weight / all))
}
