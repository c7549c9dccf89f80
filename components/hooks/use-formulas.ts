import { useQuery } from '@tanstack/react-query'
import type { FormulaEngine } from '#lib/handoff/formula-engine.ts'
import { formulasFor } from '#lib/handoff/formulas-for.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { Context } from '#lib/salesforce/context.ts'

/** The engine for a template's formulas: undefined while it is loading, null when there are none to evaluate. */
export function useFormulas(
  template: Template | null | undefined,
  { types = {}, identity }: Context,
): FormulaEngine | null | undefined {
  const { data } = useQuery({
    // A describe read since then may know more fields.
    queryKey: [
      'formulas',
      identity.orgId,
      template?.key,
      template?.version,
      Object.keys(types).length,
    ],
    enabled: Boolean(template),
    queryFn: async () => (template && (await formulasFor(template, types))) ?? null,
  })
  return data
}
