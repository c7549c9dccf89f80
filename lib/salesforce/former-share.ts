import type { Plan } from '#lib/handoff/plan.ts'
import type { Part } from './composite.ts'
import { queryPart } from './context-parts.ts'
import type { PartRefused } from './part-refused.ts'
import { field, soql } from './soql.ts'
import type { Terms } from './write.ts'

const ids = { found: 'former_found', gone: 'former_gone' } as const

/**
 * Takes back what was shared by hand with whoever was to decide before. What somebody sees by the role hierarchy, by
 * rules or as the owner stays theirs.
 */
export function formerShare({ former, handoffId }: Plan, { names, keepsFormer }: Terms) {
  if (!former || handoffId === null || keepsFormer === true) return []
  const { share } = names.handoff
  const query = soql`SELECT Id FROM ${field(share)} WHERE ParentId = ${handoffId}
    AND UserOrGroupId = ${former.userId} AND RowCause = 'Manual'`
  const path = `/sobjects/${share}/@{${ids.found}.records[0].Id}`
  const gone: Part = { id: ids.gone, method: 'DELETE', path }
  return [queryPart(ids.found, query), gone]
}

/** Whether it was the taking back that was refused. */
export const isFormerShare = ({ part }: PartRefused): boolean =>
  part === ids.found || part === ids.gone

/** Whether there was nothing to be taken back: no such share, or none of any handoff. */
const isNothing = ({ part, kind }: PartRefused): boolean =>
  part === ids.found || kind === 'conflict' || kind === 'record-gone'

/** The plan where nothing is taken back; the log names who keeps what they had. */
export function withFormerKept(plan: Plan, error: PartRefused): Plan {
  const { former, events } = plan
  if (!former || isNothing(error)) return plan
  const [first, ...others] = events
  if (!first) return plan
  const details = { ...first.details, kept: former.name }
  return { ...plan, events: [{ ...first, details }, ...others] }
}
