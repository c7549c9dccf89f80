import type { FormulaEngine } from './formula-engine.ts'
import { shapeProblems } from './template-shape.ts'
import { formulaProblems } from './formula-problems.ts'
import { keyProblems } from './template-keys.ts'
import { referenceProblems } from './template-references.ts'
import { effectProblems } from './template-effects.ts'
import { offsetProblems } from './template-offsets.ts'
import { conditionProblems } from './template-conditions.ts'
import { templateSchema } from './template.ts'
import type { Template } from './template.ts'

/** Something that keeps a template from being used, where it stands, and what to do about it. */
export interface TemplateProblem {
  /** Such as `sections[0].questions[2].requirements[0].when`; empty for the template as a whole. */
  readonly path: string
  readonly sentence: string
  /** In the formula at that path, counted from 1. */
  readonly line?: number
  readonly column?: number
  /** The name in the formula that means nothing here. */
  readonly unknown?: string
}

export type CheckedTemplate =
  | { readonly outcome: 'sound'; readonly template: Template }
  | { readonly outcome: 'faulty'; readonly problems: readonly TemplateProblem[] }

/** Problems of a template whose shape is right. With a formula engine, formulas are compiled too. */
function templateProblems(
  template: Template,
  formulas?: FormulaEngine,
): readonly TemplateProblem[] {
  return [
    ...keyProblems(template),
    ...referenceProblems(template),
    ...conditionProblems(template),
    ...offsetProblems(template),
    ...effectProblems(template),
    ...(formulas ? formulaProblems(template, formulas) : []),
  ]
}

/** Any JSON as a template, or everything that is wrong with it. Its text is judged before (`templateJson`): it may be deeper than the stack. */
export function checkTemplate(json: unknown, formulas?: FormulaEngine): CheckedTemplate {
  const parsed = templateSchema.safeParse(json)
  if (!parsed.success) return { outcome: 'faulty', problems: shapeProblems(parsed.error.issues) }
  const problems = templateProblems(parsed.data, formulas)
  return problems.length === 0
    ? { outcome: 'sound', template: parsed.data }
    : { outcome: 'faulty', problems }
}
