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
  /** The most characters a field holds, by path, from describe. */
  /** What this user may do to the people of the deal. */
  readonly people?: PeopleRights | undefined
  readonly lengths?: Readonly<Record<string, number>> | undefined
}

/** Today, where the user is. */
export function todayIn({ now, timeZone }: Pick<Circumstances, 'now' | 'timeZone'>): string {
  return dayIn(timeZone, now)
}
