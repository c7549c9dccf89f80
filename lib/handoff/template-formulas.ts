import { withParts } from './conditions.ts'
import type { FormulaEngine } from './formula-engine.ts'
import { formulaName } from './formula-engine.ts'
import { jsonPath } from './json-path.ts'
import { questionsOf } from './prefill.ts'
import type { TemplateProblem } from './template-check.ts'
import { placedConditions, topConditions } from './template-places.ts'
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

/** Formulas that cannot be used, with the place in each. */
export function formulaProblems(
  template: Template,
  formulas: FormulaEngine,
): readonly TemplateProblem[] {
  return placedConditions(template).flatMap(({ path, thing }) => {
    const problem = thing.when === 'formula' ? formulas.check(thing.formula) : null
    if (!problem) return []
    const { sentence, line, column } = problem
    const place = line === null || column === null ? {} : { line, column }
    const named = problem.unknown === undefined ? {} : { unknown: problem.unknown }
    return [{ path: jsonPath([...path, 'formula']), sentence: `${sentence}.`, ...place, ...named }]
  })
}
