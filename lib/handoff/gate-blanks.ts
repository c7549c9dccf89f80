import type { Assessment } from './assessment.ts'
import { commonQuestions } from './batch.ts'
import type { Blank } from './book.ts'
import { inTurns } from './in-turns.ts'
import type { Template } from './template.ts'

/**
 * The questions that stand in the way of a handoff and are not answered well enough: one of each section in turn, the
 * weightiest section first, so that a short talk comes to all of them. Why and when a deal changes hands is for the
 * manager to say, and what somebody keeps to themselves for nobody.
 */
export function gateBlanks(
  template: Template,
  { questions }: Pick<Assessment, 'questions'>,
): readonly Blank[] {
  const settled = new Set(commonQuestions(template).map(({ key }) => key))
  const sections = template.sections
    .toSorted((one, other) => other.weight - one.weight)
    .map((section) =>
      section.questions.flatMap(({ key, label, help, tier }) => {
        const { asked = false, satisfied = true, demand } = questions[key] ?? {}
        const isOpen = asked && !satisfied && tier !== 'me' && !settled.has(key)
        if (!isOpen || !demand || demand.severity === 'warns') return []
        return [{ key, label, help, section: section.title, severity: demand.severity }]
      }),
    )
  return inTurns(sections)
}
