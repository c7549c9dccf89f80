import { jsonPath } from './json-path.ts'
import type { Question } from './question.ts'
import type { TemplateProblem } from './template-check.ts'
import { placedQuestions } from './template-places.ts'
import type { Template } from './template.ts'
import { mayRead } from './tier.ts'
import { FIELD_READERS, isWritable } from './written-path.ts'

function neverWritten({ writeTo, tier }: Question): string | null {
  if (writeTo === undefined) return null
  if (!isWritable(writeTo))
    return `This answer is not written to ${writeTo}: only fields of the opportunity and of its account are written.`
  return mayRead(tier, FIELD_READERS)
    ? null
    : `This answer is not written to ${writeTo}: more people read that field than may read the answer. Widen its “tier”, or remove this.`
}

/** Fields that a template wants to write and that are never written, each with its reason. */
export function unwritten(template: Template): readonly TemplateProblem[] {
  return placedQuestions(template).flatMap(({ path, thing }) => {
    const sentence = neverWritten(thing)
    return sentence === null ? [] : [{ path: jsonPath([...path, 'writeTo']), sentence }]
  })
}
