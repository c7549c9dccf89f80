import type { Plan } from '#lib/handoff/plan.ts'
import type { Part } from './composite.ts'
import type { Shapes } from './describe.ts'
import type { Wording } from './literal-text.ts'
import { type Names, parentOf } from './names.ts'

/** What translating depends on besides the plan. */
export interface Terms {
  readonly names: Names
  /** How fields want what is written to them. */
  readonly shapes?: Shapes
  /** Keys of promises that Salesforce has already: they are changed, not created. */
  readonly knownCommitments: ReadonlySet<string>
  /** Whether the opportunity's own copy of status and readiness is written. */
  readonly mirror: boolean
  /** Tasks of others are left as they are, where their change was refused. */
  readonly ownTasksOnly?: boolean
  /** Nothing is shared by hand. */
  readonly unshared?: boolean
  /** Users who are no longer active, and own no new tasks. */
  readonly gone?: readonly string[]
  /** The ids of parts that the template sets off and this user may not have. */
  readonly leftOut?: readonly string[]
  /** Nothing is taken back from whoever was to decide before. */
  readonly keepsFormer?: boolean
  /** Columns of the handoff that are left as they are, with its object in front. */
  readonly without?: readonly string[]
}

export type Row = Record<string, unknown>

/** One part of a transaction, with what has to be set right after it. */
export interface Write {
  readonly part: Part
  readonly wordings: readonly Wording[]
}

/** A part whose text is right as it is, or with what has to be set right. */
export function write(part: Part, wording: Wording | null = null): Write {
  return { part, wordings: wording ? [wording] : [] }
}

/** Names the handoff by its id, or by its key while it has none. */
export function handoffOf(plan: Plan, { names }: Terms, lookup: string): Row {
  if (plan.handoffId !== null) return { [lookup]: plan.handoffId }
  return { [parentOf(lookup)]: { [names.handoff.fields.clientKey]: plan.clientKey } }
}
