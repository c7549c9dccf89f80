import type { Judging } from '#lib/handoff/choice.ts'
import type { FormulaEngine } from '#lib/handoff/formula-engine.ts'
import { formulasFor } from '#lib/handoff/formulas-for.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { Context } from '#lib/salesforce/context.ts'

/** What the rules of these templates are judged with: most have no formulas, and then nothing is loaded. */
export async function judgingOf(
  templates: readonly Template[],
  { types, identity }: Context,
  now: string,
): Promise<Judging> {
  const engines = new Map<string, FormulaEngine>()
  for (const template of templates) {
    const engine = await formulasFor(template, types)
    if (engine) engines.set(template.key, engine)
  }
  return { engines, now, timeZone: identity.timeZone }
}
