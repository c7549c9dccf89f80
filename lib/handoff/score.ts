import type { Assessment, QuestionAssessment, SectionAssessment } from './assessment.ts'
import type { Finding } from './finding.ts'
import { coveredShare } from './methodology.ts'
import { severities } from './severity.ts'
import type { Section, Template } from './template.ts'

/** How a section stands, from its questions. */
export function assessSection(
  { key, title }: Section,
  questions: readonly QuestionAssessment[],
): SectionAssessment {
  const inScope = questions.filter((question) => question.inScope)
  const answered = inScope.filter(({ satisfied }) => satisfied).length
  return {
    key,
    title,
    answered,
    inScope: inScope.length,
    score: inScope.length === 0 ? 1 : answered / inScope.length,
    findings: questions.flatMap(({ findings }) => findings),
  }
}

/** How much each section counts, in the template's order: 0 without a question in scope, alike where none of the others has a weight. */
export function weightsOf(
  template: Template,
  sections: readonly Pick<SectionAssessment, 'inScope'>[],
): readonly number[] {
  const weights = sections.map(({ inScope }, at) =>
    inScope > 0 ? (template.sections[at]?.weight ?? 0) : 0,
  )
  if (weights.some((weight) => weight > 0)) return weights
  return sections.map(({ inScope }) => (inScope > 0 ? 1 : 0))
}

/** The mean of the sections' scores by how much they count; 1 when none does. */
export function totalScore(
  template: Template,
  sections: readonly Pick<SectionAssessment, 'inScope' | 'score'>[],
): number {
  const weights = weightsOf(template, sections)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const reached = sections.reduce((sum, { score }, at) => {
    const weight = weights[at] ?? 0
    // Without a question in scope there may be no score at all.
    return weight === 0 ? sum : sum + weight * score
  }, 0)
  // Rounding errors of a sum of fractions must not lift a score above 1.
  return all === 0 ? 1 : Math.min(1, reached / all)
}

/** How much is answered without anything to be said against it, 0 to 100: an answer that is there may still be thin. */
export function qualityScore(
  template: Template,
  { sections, questions }: Pick<Assessment, 'sections' | 'questions'>,
): number {
  const good = new Map<string, number>()
  for (const { section, inScope, satisfied, findings } of Object.values(questions))
    if (inScope && satisfied && findings.length === 0)
      good.set(section, (good.get(section) ?? 0) + 1)
  const scored = sections.map(({ key, inScope }) => ({
    inScope,
    score: (good.get(key) ?? 0) / inScope,
  }))
  return Math.round(totalScore(template, scored) * 100)
}

/** What is kept of an assessment: 0 to 1 each, and the quality 0 to 100; no coverage where no methodology is in scope. */
export function scoresOf(template: Template, assessment: Assessment) {
  return {
    completeness: assessment.score,
    coverage: coveredShare(assessment.coverage),
    quality: qualityScore(template, assessment),
  }
}

/** Findings with the strongest first, otherwise in the order they came. */
export function ordered(findings: readonly Finding[]): readonly Finding[] {
  return severities.flatMap((severity) => findings.filter((one) => one.severity === severity))
}
