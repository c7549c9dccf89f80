import type { Assessment } from './assessment.ts'
import { questionsOf } from './prefill.ts'
import type { Template } from './template.ts'

/**
 * The questions that are asked and left empty: what hardly anybody answers may be one too many. Whether somebody keeps
 * notes of their own is told to nobody.
 */
export function blankIn(
  template: Template,
  { questions }: Pick<Assessment, 'questions'>,
): readonly string[] {
  return questionsOf(template).flatMap(({ key, tier }) => {
    const { asked = false, answered = false } = questions[key] ?? {}
    return asked && !answered && tier !== 'me' ? [key] : []
  })
}
