import * as z from 'zod/mini'
import type { Finding } from './finding.ts'
import { questionsByKey } from './questions-by-key.ts'
import { severities } from './severity.ts'
import type { Template } from './template.ts'

/** As much of a finding as counts when a template is tried. */
export const metSchema = z.object({
  question: z.nullable(z.string()),
  severity: z.enum(severities),
  rule: z.string(),
})

/** A question that a deal would not have answered well enough, and the gravest that it stands in the way of. */
export interface Hurdle extends Pick<Finding, 'question' | 'severity'> {
  readonly label: string
}

/** What a handoff would meet if nobody added a word; who takes over is chosen by then. The gravest findings come first. */
export function hurdlesOf(
  template: Template,
  findings: readonly z.infer<typeof metSchema>[],
): readonly Hurdle[] {
  const questions = questionsByKey(template)
  const met = findings.filter(({ rule }) => rule !== 'no-recipient')
  return [...Map.groupBy(met, ({ question }) => question)].flatMap(([question, [gravest]]) => {
    const label = questions.get(question ?? '')?.label ?? 'the handoff as a whole'
    return gravest ? { question, label, severity: gravest.severity } : []
  })
}
