import { useMemo } from 'react'
import type { Assessment } from '#lib/handoff/assessment.ts'
import { createAssessor } from '#lib/handoff/assessor.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { FormulaEngine } from '#lib/handoff/formula-engine.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { Context } from '#lib/salesforce/context.ts'
import { useCurrentDay } from './use-current-day.ts'

interface Measure extends Pick<Context, 'deal' | 'lengths' | 'types' | 'locked' | 'people'> {
  readonly identity: Pick<Context['identity'], 'timeZone'>
  /** Null when the template has no formulas. */
  readonly formulas: FormulaEngine | null
}

/** How the draft stands against its template and the deal; only what a change touches is computed again. */
export function useAssessment(
  template: Template,
  draft: Draft,
  { deal, lengths, types, locked, people, identity: { timeZone }, formulas }: Measure,
): Assessment {
  const assessor = useMemo(() => createAssessor(template), [template])
  const now = useCurrentDay(timeZone)
  return useMemo(
    () =>
      assessor(draft, {
        deal,
        lengths,
        types,
        locked,
        people,
        now,
        timeZone,
        formulas: formulas ?? undefined,
      }),
    [assessor, draft, deal, lengths, types, locked, people, now, timeZone, formulas],
  )
}
