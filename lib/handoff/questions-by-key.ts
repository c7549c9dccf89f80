import type { Question } from './question.ts'
import type { Template } from './template.ts'

const known = new WeakMap<Template, ReadonlyMap<string, Question>>()

/** The questions of a template by their keys, in their order. The same map each time: it is asked for at every key. */
export function questionsByKey(template: Template): ReadonlyMap<string, Question> {
  const there = known.get(template)
  if (there) return there
  const questions = template.sections.flatMap((section) => section.questions)
  const byKey = new Map(questions.map((one) => [one.key, one] as const))
  known.set(template, byKey)
  return byKey
}
