import type { BusinessCalendar } from './business-time.ts'
import type { Deal } from './deal.ts'
import type { Draft } from './draft.ts'
import type { FormulaEngine } from './formula-engine.ts'
import type { Handoff } from './handoff.ts'
import { asWanted } from './milestone-change.ts'
import { packetOf } from './packet.ts'
import type { Person } from './primitives.ts'
import type { Template } from './template.ts'
import type { Transition } from './transition.ts'
import { arranged, type DaysFrom, rearranged } from './transition-plan.ts'

/** What a plan is foreseen from, before anything is sent. */
export interface Foreseeing {
  readonly template: Template
  readonly draft: Draft
  readonly deal: Deal
  readonly actor: Person
  /** The handoff in Salesforce, when it is sent again. */
  readonly handoff: Pick<Handoff, 'transition' | 'effectiveDate' | 'tasks'> | null
  readonly calendar: BusinessCalendar
  readonly now: string
  /** Absent where the template has no formulas. */
  readonly formulas?: FormulaEngine | undefined
}

function asIfAccepted(foreseeing: Foreseeing): DaysFrom {
  const { template, draft, deal, actor, handoff, calendar, now, formulas } = foreseeing
  return {
    template,
    deal,
    calendar,
    now,
    formulas,
    handoff: {
      submittedAt: now,
      modifiedAt: now,
      decidedAt: null,
      packet: packetOf(template, draft),
      transition: handoff?.transition ?? null,
      effectiveDate: handoff?.effectiveDate ?? null,
      tasks: handoff?.tasks ?? [],
      outgoing: actor,
      incoming: draft.recipient,
    },
  }
}

/** The plan as it would begin if the handoff were accepted right away, as the sender wants it. */
export function foreseen(foreseeing: Foreseeing): Transition {
  const arranging = asIfAccepted(foreseeing)
  const { transition: before } = arranging.handoff
  const base = before ? rearranged(before, arranging) : arranged(arranging)
  const changes = foreseeing.draft.milestones ?? {}
  const wanted = {
    ...base,
    milestones: base.milestones.map((one) => asWanted(one, changes[one.key])),
  }
  // What hangs on a step that was moved follows it.
  const handoff = { ...arranging.handoff, transition: wanted }
  return rearranged(wanted, { ...arranging, handoff })
}

/** The plan that travels with a submission: only where the sender wants something otherwise than the template. */
export function plannedBySender(foreseeing: Foreseeing): Transition | undefined {
  const isChanged = Object.keys(foreseeing.draft.milestones ?? {}).length > 0
  return isChanged ? foreseen(foreseeing) : undefined
}
