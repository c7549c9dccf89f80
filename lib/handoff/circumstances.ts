import type { Answers } from './answer.ts'
import type { PeopleRights } from './contact-roles.ts'
import type { Deal } from './deal.ts'
import { dayIn } from './day.ts'
import type { FormulaEngine } from './formula-engine.ts'

/** Another handoff's words, to notice what was copied. */
export interface OtherHandoff {
  readonly handoffId: string
  /** Such as HO-00042. */
  readonly name: string
  readonly answers: Answers
}

/** What an assessment needs besides the template and the draft. */
export interface Circumstances {
  readonly deal: Deal
  /** ISO 8601. */
  readonly now: string
  /** Where the user is, such as Europe/Berlin: it says which day is today. UTC when absent. */
  readonly timeZone?: string | undefined
  /** Needed when the template's conditions hold formulas. */
  readonly formulas?: FormulaEngine | undefined
  readonly others?: readonly OtherHandoff[] | undefined
  /** What this user may do to the people of the deal. */
  readonly people?: PeopleRights | undefined
  /** The most characters a field holds, by path, from describe. */
  readonly lengths?: Readonly<Record<string, number>> | undefined
  /** Types of fields by path, from describe. */
  readonly types?: Readonly<Record<string, string>> | undefined
  /** Paths of fields that this user may not change, from describe: nothing is written to them. */
  readonly locked?: readonly string[] | undefined
}

/** What is known of a deal and of who looks at it. */
interface Known {
  readonly deal: Deal
  readonly lengths: Readonly<Record<string, number>>
  readonly types?: Readonly<Record<string, string>> | undefined
  readonly locked?: readonly string[] | undefined
  readonly identity: { readonly timeZone: string }
}

/** What every assessment of this deal is made under. */
export function circumstancesOf({ deal, lengths, types, locked, identity }: Known, now: string) {
  return { deal, lengths, types, locked, now, timeZone: identity.timeZone } satisfies Circumstances
}

/** Today, where the user is. */
export function todayIn({ now, timeZone }: Pick<Circumstances, 'now' | 'timeZone'>): string {
  return dayIn(timeZone, now)
}
