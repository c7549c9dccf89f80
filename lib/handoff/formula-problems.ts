import type { FormulaEngine } from './formula-engine.ts'
import { jsonPath } from './json-path.ts'
import { placedConditions } from './placed-conditions.ts'
import type { TemplateProblem } from './template-check.ts'
import type { Template } from './template.ts'

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
