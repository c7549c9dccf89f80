import type { Severity } from './severity.ts'

/** Something missing or weak, with the rule behind it and where to mend it. */
export interface Finding {
  readonly severity: Severity
  /** The rule's name, stable for metrics and tests, such as `required` or `too-short`. */
  readonly rule: string
  /** One plain sentence for the user. */
  readonly sentence: string
  /** Where to jump. Null when it concerns the handoff as a whole. */
  readonly question: string | null
  readonly section: string | null
  /** The row of a repeater, where one row is at fault. */
  readonly row?: string
}
