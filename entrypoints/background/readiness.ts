import type { Assessment } from '#lib/handoff/assessment.ts'
import { circumstancesOf } from '#lib/handoff/circumstances.ts'
import { assess } from '#lib/handoff/completeness.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import { formulasFor } from '#lib/handoff/formulas-for.ts'
import { inOrg } from '#lib/handoff/mapped.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { Context } from '#lib/salesforce/context.ts'
import type { Office } from './office.ts'

/** How far a draft is, from 0 to 1, measured as the panel does; null when its template is not known here. */
export async function readinessOf(
  { shelf, ports }: Office,
  draft: Draft,
  context: Context,
): Promise<number | null> {
  const known = (await shelf.known()).of(draft.template)
  return known && score(inOrg(known, context), draft, { context, now: ports.now() })
}

interface Measure {
  readonly context: Context
  readonly now: string
}

/** How far a draft of that template is. */
export async function score(template: Template, draft: Draft, measure: Measure): Promise<number> {
  return (await assessed(template, draft, measure)).score
}

/** How a draft of that template stands, as the panel says it. */
export async function assessed(
  template: Template,
  draft: Draft,
  { context, now }: Measure,
): Promise<Assessment> {
  const { types, people } = context
  const formulas = await formulasFor(template, types)
  return assess(template, draft, { ...circumstancesOf(context, now), people, formulas })
}
