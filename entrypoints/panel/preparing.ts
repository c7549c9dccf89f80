import { useMemo } from 'react'
import type { PutOff } from '#components/handoff/one-question.tsx'
import { useCurrentDay } from '#components/hooks/use-current-day.ts'
import { useTypedTexts } from '#components/hooks/use-typed-texts.ts'
import { isPreparing } from '#lib/handoff/choice.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { FormulaEngine } from '#lib/handoff/formula-engine.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { Context } from '#lib/salesforce/context.ts'

interface Prepared {
  readonly context: Context
  readonly draft: Draft
  readonly template: Template
  readonly formulas: FormulaEngine | null
}

/** What was put off, while a handoff is only prepared; null when it is to be sent now. */
export function usePreparing({ context, draft, template, formulas }: Prepared): PutOff | null {
  const { typed, type } = useTypedTexts(`put-off:${draft.key}`)
  const { deal, picklists, identity } = context
  const now = useCurrentDay(identity.timeZone)
  const isAhead = useMemo(() => {
    const stages = (picklists['Opportunity.StageName'] ?? []).map(({ value }) => value)
    const engines = new Map(formulas ? [[template.key, formulas] as const] : [])
    const judging = { engines, now, timeZone: identity.timeZone }
    return isPreparing(template, deal, { stages, judging })
  }, [deal, picklists, now, identity.timeZone, template, formulas])
  const putOff = useMemo<PutOff>(
    () => ({
      putOff: new Set(Object.keys(typed)),
      onPutOff: (question) => type(question, 'put off'),
    }),
    [typed, type],
  )
  return isAhead && draft.handoffId === null ? putOff : null
}
