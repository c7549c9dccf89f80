import type { FieldValue } from './primitives.ts'

/** A formula that cannot be used, with the place in its text where that shows, when known. */
export interface FormulaProblem {
  readonly formula: string
  readonly sentence: string
  /** Counted from 1; null when the formula as a whole is at fault. */
  readonly line: number | null
  readonly column: number | null
  /** The name that means nothing here: another org may know it. */
  readonly unknown?: string
}

/** What a formula may look up while it is evaluated. It looks up only what it names. */
export interface FormulaInput {
  /** A field by path, such as `Opportunity.Amount`, as it will be once the handoff is written. */
  readonly field: (path: string) => FieldValue
  /** The same field as Salesforce has it now. */
  readonly prior: (path: string) => FieldValue
  /** Whether the record does not exist yet. */
  readonly isNew: boolean
  /** An answer in words, by the question's formula name; null when it is not answered. */
  readonly answer: (name: string) => string | null
  /** The number of rows of a repeater, by the question's formula name. */
  readonly count: (name: string) => number
  /** The instant that NOW() means, in ISO 8601. */
  readonly now: string
  /** The day that TODAY() means: the user's. */
  readonly today: string
  /** Where the user is: it says which day an instant is of. UTC when absent. */
  readonly timeZone?: string | undefined
}

export type FormulaResult =
  | { readonly outcome: 'value'; readonly holds: boolean }
  | { readonly outcome: 'broken'; readonly problem: FormulaProblem }

/** What a formula reads, to know when it must be evaluated again. */
export interface FormulaReads {
  readonly fields: readonly string[]
  /** Formula names of questions. */
  readonly answers: readonly string[]
  /** Whether it reads the clock. */
  readonly clock: boolean
}

/** Whatever evaluates Salesforce formulas. The real one is in `sformula-engine.ts`, loaded when a template needs it. */
export interface FormulaEngine {
  /** Null when the formula is sound and gives true or false. */
  readonly check: (formula: string) => FormulaProblem | null
  /** Nothing for a formula that is not sound. */
  readonly reads: (formula: string) => FormulaReads
  readonly evaluate: (formula: string, input: FormulaInput) => FormulaResult
}

/** A question's key as formulas name it: `$Answer.why_pain` for `why.pain`. */
export function formulaName(questionKey: string): string {
  return questionKey.replace(/\W/g, '_')
}
