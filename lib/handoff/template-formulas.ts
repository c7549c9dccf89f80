import { withParts } from './conditions.ts'
import { formulaName } from './formula-engine.ts'
import { questionsOf } from './prefill.ts'
import { topConditions } from './template-places.ts'
import type { Template } from './template.ts'

/** Whether any condition of a template is a formula, so that the engine must be loaded. */
export function usesFormulas(template: Template): boolean {
  return topConditions(template).some(({ thing }) =>
    withParts(thing).some(({ when }) => when === 'formula'),
  )
}

/** The names by which formulas of a template may call its questions. */
export function formulaQuestions(template: Template): readonly string[] {
  return questionsOf(template).map(({ key }) => formulaName(key))
}
