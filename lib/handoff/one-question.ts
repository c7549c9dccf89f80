import type { Assessment } from './assessment.ts'
import type { Finding } from './finding.ts'
import { severities } from './severity.ts'
import type { Template } from './template.ts'

/** How much the score rises when one more question of each section is answered. */
function gains({ sections }: Assessment, template: Template): ReadonlyMap<string, number> {
  return new Map(
    sections.map(({ key, inScope }, place) => {
      const weight = template.sections[place]?.weight ?? 0
      return [key, inScope === 0 ? 0 : weight / inScope]
    }),
  )
}

/**
 * The one missing answer that matters most now: what keeps the handoff from being sent before what only weakens
 * it, then what brings it furthest, then what is asked first. What was put off is not asked again.
 */
export function questionForNow(
  template: Template,
  assessment: Assessment,
  putOff: ReadonlySet<string>,
): Finding | null {
  const gain = gains(assessment, template)
  const gainOf = ({ section }: Finding) => gain.get(section ?? '') ?? 0
  const missing = assessment.findings.filter(
    ({ question }) =>
      question !== null &&
      !putOff.has(question) &&
      assessment.questions[question]?.satisfied === false,
  )
  const [first = null] = missing.toSorted(
    (one, other) =>
      severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
      gainOf(other) - gainOf(one),
  )
  return first
}
