import type { Answer, Answers } from './answer.ts'
import type { Condition } from './condition.ts'
import type { Variant } from './variant.ts'
import type { Deal } from './deal.ts'
import type { FormulaResult } from './formula-engine.ts'
import type { FieldValue } from './primitives.ts'
import { isRowStarted } from './row-entry.ts'
import { saysSomething, textOf } from './value-text.ts'

/** What conditions are judged against. */
export interface Situation {
  readonly deal: Pick<Deal, 'fields'>
  readonly answers: Answers
  readonly variant: Variant
  /** Evaluates a Salesforce formula. Without it a condition with a formula cannot be judged. */
  readonly formulas?: ((formula: string) => FormulaResult) | undefined
}

/** Whether a condition holds; null when a formula in it cannot be evaluated and decides. */
export type Truth = boolean | null

type Kind = Condition['when']
type Judges = {
  readonly [When in Kind]: (
    condition: Extract<Condition, { when: When }>,
    situation: Situation,
  ) => Truth
}

const fieldOf = ({ deal }: Situation, path: string): FieldValue => deal.fields[path] ?? null

/** What an answer says, in the words a condition may name: the choice, the ticks, the text, or the way it was left open. */
function saidBy(answer: Answer | undefined): readonly string[] {
  if (!saysSomething(answer)) return []
  if (answer.kind !== 'given') return [answer.kind]
  const { value } = answer
  if (value.type === 'checkbox') return [String(value.checked)]
  return value.type === 'checklist' ? value.checked : [textOf(value)]
}

/** How many rows of a repeater say something; 0 for every other answer. */
export function rowCount(answer: Answer | undefined): number {
  if (answer?.kind !== 'given' || !('rows' in answer.value)) return 0
  const { type, rows } = answer.value
  return rows.filter((row) => isRowStarted(type, row)).length
}

// Three-valued logic as in SQL: what cannot be judged does not decide where something else does.
function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false
  return truths.includes(null) ? null : true
}

const not = (truth: Truth): Truth => (truth === null ? null : !truth)

const judges: Judges = {
  always: () => true,
  never: () => false,
  'amount-at-least': ({ amount }, situation) => {
    const value = fieldOf(situation, 'Opportunity.Amount')
    return typeof value === 'number' && value >= amount
  },
  'stage-is': ({ stages }, situation) =>
    stages.includes(String(fieldOf(situation, 'Opportunity.StageName'))),
  won: (_, situation) => fieldOf(situation, 'Opportunity.IsWon') === true,
  'variant-is': ({ variants }, { variant }) => variants.includes(variant),
  'field-is': ({ field, values }, situation) => values.includes(fieldOf(situation, field)),
  'field-empty': ({ field }, situation) => {
    const value = fieldOf(situation, field)
    return value === null || (typeof value === 'string' && value.trim() === '')
  },
  'answer-is': ({ question, values }, { answers }) =>
    saidBy(answers[question]).some((said) => values.includes(said)),
  answered: ({ question }, { answers }) => saysSomething(answers[question]),
  'list-has-at-least': ({ question, count }, { answers }) => rowCount(answers[question]) >= count,
  formula: ({ formula }, { formulas }) => {
    const result = formulas?.(formula)
    return result?.outcome === 'value' ? result.holds : null
  },
  all: ({ of }, situation) => all(of.map((condition) => judge(condition, situation))),
  any: ({ of }, situation) => not(all(of.map((condition) => not(judge(condition, situation))))),
  not: ({ of }, situation) => not(judge(of, situation)),
}

const judgeWith = <When extends Kind>(
  condition: Extract<Condition, { when: When }> & { when: When },
  situation: Situation,
): Truth => judges[condition.when](condition, situation)

/** Whether a condition holds, or null when that hangs on a formula that cannot be evaluated. */
export function judge(condition: Condition, situation: Situation): Truth {
  return judgeWith(condition, situation)
}

/** Whether a condition surely holds. */
export function holds(condition: Condition, situation: Situation): boolean {
  return judge(condition, situation) === true
}

const parts = (condition: Condition): readonly Condition[] => {
  if (condition.when === 'not') return [condition.of]
  return condition.when === 'all' || condition.when === 'any' ? condition.of : []
}

/** A condition and everything inside it. */
export function withParts(condition: Condition): readonly Condition[] {
  return [condition, ...parts(condition).flatMap(withParts)]
}

/** The formulas in a condition, in order. */
export function formulasIn(condition: Condition): readonly string[] {
  return withParts(condition).flatMap((part) => (part.when === 'formula' ? [part.formula] : []))
}

/** The questions whose answers a condition reads, formulas aside. */
export function questionsIn(condition: Condition): readonly string[] {
  return withParts(condition).flatMap((part) => ('question' in part ? [part.question] : []))
}
