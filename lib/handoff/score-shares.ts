import type { SectionAssessment } from './assessment.ts'
import { weightsOf } from './score.ts'
import type { Template } from './template.ts'

/** How much each section counts in the score now, 0 to 1 each, in the template's order; 0 without a question in scope. */
export function sharesOfScore(
  template: Template,
  sections: readonly Pick<SectionAssessment, 'inScope'>[],
): readonly number[] {
  const weights = weightsOf(template, sections)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => (all === 0 ? 0 : weight / all))
}
