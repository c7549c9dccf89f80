import { conditionNotes } from './condition-notes.ts'
import { formulaNotes } from './formula-notes.ts'
import { formulasFor } from './formulas-for.ts'
import { questionsOf } from './prefill.ts'
import { prefillNotes } from './prefill-notes.ts'
import type { TemplateProblem } from './template-check.ts'
import { fieldNotes, type OrgFields } from './template-fields.ts'
import { formulaProblems } from './formula-problems.ts'
import { planNotes } from './template-plan.ts'
import type { Template } from './template.ts'
import { unwritten } from './unwritten.ts'

/** What a template is imported into. */
export interface Surroundings {
  readonly org: OrgFields
  /** All templates that are known, that one too. */
  readonly templates: readonly Template[]
}

/**
 * What does not keep a sound template from being used, such as a formula with a field that this org lacks, or a field
 * that is never written; each with its place.
 */
export async function importNotes(
  template: Template,
  { org, templates }: Surroundings,
): Promise<readonly TemplateProblem[]> {
  const engine = await formulasFor(template, org.types)
  const asked = templates.flatMap(questionsOf)
  return [
    ...(engine ? formulaProblems(template, engine).map(warning) : []),
    ...fieldNotes(template, org),
    ...conditionNotes(template, org),
    ...(engine ? formulaNotes(template, engine, org) : []),
    ...prefillNotes({ template, org, asked }),
    ...unwritten(template),
    ...planNotes(template),
  ]
}

/** Of a formula that would be sound in another org. */
const warning = (one: TemplateProblem): TemplateProblem => ({
  ...one,
  sentence: `${one.sentence} Here the rule only warns.`,
})
