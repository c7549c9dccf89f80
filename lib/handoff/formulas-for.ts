import type { FormulaEngine } from './formula-engine.ts'
import { formulaQuestions, usesFormulas } from './template-formulas.ts'
import type { Template } from './template.ts'

/**
 * The engine for the formulas of a template, with the fields' types as describe tells them; undefined when
 * the template has no formulas. It is loaded when a template first needs it: most have none.
 */
export async function formulasFor(
  template: Template,
  types: Readonly<Record<string, string>> | undefined,
): Promise<FormulaEngine | undefined> {
  if (!usesFormulas(template)) return undefined
  const { createFormulaEngine } = await import('./sformula-engine.ts')
  return createFormulaEngine({ types, questions: formulaQuestions(template) })
}
