import type { Plan } from '#lib/handoff/plan.ts'
import { statusValues } from './handoff-values.ts'
import type { Names } from './names.ts'

/** New values of one record beside the handoff. */
export interface RecordChange {
  readonly object: string
  readonly id: string
  readonly body: Readonly<Record<string, unknown>>
}

/**
 * The plan's field changes, by the record they belong to. `mirror` adds the opportunity's own copy of the
 * handoff's status and readiness. Throws for a field of a record whose id the plan does not know.
 */
export function fieldsByObject(plan: Plan, names: Names, mirror: boolean): readonly RecordChange[] {
  const ids: Readonly<Record<string, string | undefined>> = {
    Opportunity: plan.opportunityId,
    Account: plan.handoff.accountId,
  }
  const bodies = new Map<string, Record<string, unknown>>()
  if (plan.opportunity && mirror) bodies.set('Opportunity', mirrored(plan.opportunity, names))
  for (const { path, after } of plan.fieldChanges) {
    const [object = '', name = '', ...deeper] = path.split('.')
    if (!ids[object] || name === '' || deeper.length > 0)
      throw new TypeError(`No record is known to write ${path} to`)
    bodies.set(object, { ...bodies.get(object), [name]: after })
  }
  return [...bodies].map(([object, body]) => ({ object, id: ids[object] ?? '', body }))
}

function mirrored({ status, readiness }: NonNullable<Plan['opportunity']>, names: Names) {
  const { handoffStatus, handoffReadiness } = names.opportunity.fields
  return {
    [handoffStatus]: statusValues[status],
    ...(readiness === null ? {} : { [handoffReadiness]: Math.round(readiness * 100) }),
  }
}
