import type { Answer } from './answer.ts'
import { formulasIn, judge, rowCount } from './conditions.ts'
import type { Situation } from './conditions.ts'
import type { FormulaProblem } from './formula-engine.ts'
import { isPlaceholder } from './placeholder.ts'
import { severities, type Severity } from './severity.ts'
import type { Question, Requirement } from './question.ts'
import { saysSomething } from './value-text.ts'

/** What is demanded of an answer now: the strongest requirement that applies. */
export interface Demand {
  readonly severity: Severity
  /** For repeaters: how many rows. */
  readonly atLeast: number
}

/** A demand, and the formulas that kept requirements from being judged. */
export interface Demanded {
  readonly demand: Demand | null
  readonly broken: readonly FormulaProblem[]
}

/** Whether a question is asked in a variant at all. */
export function isAsked(question: Question, { variant }: Pick<Situation, 'variant'>): boolean {
  return question.variants === undefined || question.variants.includes(variant)
}

function strongest(applying: readonly Requirement[]): Demand | null {
  const severity = severities.find((one) => applying.some((each) => each.severity === one))
  if (severity === undefined) return null
  const counts = applying
    .filter((requirement) => requirement.severity === severity)
    .map(({ atLeast }) => atLeast ?? 1)
  return { severity, atLeast: Math.max(...counts) }
}

const notLoaded = (formula: string): FormulaProblem => ({
  formula,
  sentence: 'Formulas are not loaded yet',
  line: null,
  column: null,
})

function problemsOf(requirement: Requirement, { formulas }: Situation): readonly FormulaProblem[] {
  return formulasIn(requirement.when).flatMap((formula) => {
    const result = formulas?.(formula)
    if (result === undefined) return [notLoaded(formula)]
    return result.outcome === 'broken' ? [result.problem] : []
  })
}

/** What is demanded of a question's answer. A requirement whose formula is broken demands nothing and is reported. */
export function demandOn(question: Question, situation: Situation): Demanded {
  const judged = question.requirements.map((requirement) => ({
    requirement,
    truth: judge(requirement.when, situation),
  }))
  const applying = judged.filter(({ truth }) => truth === true)
  const undecided = judged.filter(({ truth }) => truth === null)
  return {
    demand: strongest(applying.map(({ requirement }) => requirement)),
    broken: undecided.flatMap(({ requirement }) => problemsOf(requirement, situation)),
  }
}

/** Why an answer does not meet a demand, as the name of the rule. */
export type Shortfall =
  | 'required'
  | 'not-enough-rows'
  | 'placeholder'
  | 'unknown-not-allowed'
  | 'na-without-reason'
  | 'none-not-allowed'

function openShortfall(answer: Answer, question: Question, demand: Demand): Shortfall | null {
  if (demand.severity === 'warns') return null
  if (question.allowUnknown !== true) return 'unknown-not-allowed'
  const bare = answer.kind === 'not-applicable' && answer.why.trim() === ''
  return bare ? 'na-without-reason' : null
}

function givenShortfall(answer: Extract<Answer, { kind: 'given' }>, demand: Demand) {
  if ('rows' in answer.value) {
    return rowCount(answer) >= demand.atLeast ? null : 'not-enough-rows'
  }
  return isPlaceholder(answer.value) ? 'placeholder' : null
}

/** What keeps an answer from meeting a demand. Null when it meets it. */
export function shortfall(
  answer: Answer | undefined,
  question: Question,
  demand: Demand,
): Shortfall | null {
  if (!saysSomething(answer)) return 'required'
  switch (answer.kind) {
    case 'given':
      return givenShortfall(answer, demand)
    case 'none':
      return question.none === undefined ? 'none-not-allowed' : null
    case 'unknown-not-asked':
    case 'unknown-asked':
    case 'not-applicable':
      return openShortfall(answer, question, demand)
  }
}
