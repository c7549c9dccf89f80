import type { Assessment } from './assessment.ts'
import type { Packet } from './handoff.ts'
import { questionsOf } from './prefill.ts'
import type { Template } from './template.ts'
import { saysSomething } from './value-text.ts'

/**
 * The questions that are asked and left empty in what is sent: what hardly anybody answers may be one too many. Whether
 * somebody keeps notes of their own is told to nobody: an answer that stays with its author leaves its question empty.
 */
export function blankIn(
  template: Template,
  { questions }: Pick<Assessment, 'questions'>,
  { answers }: Pick<Packet, 'answers'>,
): readonly string[] {
  return questionsOf(template).flatMap(({ key, tier }) => {
    const { asked = false } = questions[key] ?? {}
    return asked && tier !== 'me' && !saysSomething(answers[key]) ? [key] : []
  })
}
