import { formulasIn, questionsIn } from './conditions.ts'
import type { FormulaNames } from './formula-binding.ts'
import type { FormulaEngine, FormulaReads } from './formula-engine.ts'
import type { Place } from './lint-deal.ts'

/** What the assessment of one question reads besides the deal: answers, by their questions, and perhaps the clock. */
export interface Dependencies {
  readonly questions: readonly string[]
  readonly clock: boolean
}

/** The questions whose answers a formula reads, by itself or through the fields that they are written to. */
function questionsReadBy(
  { fields, answers }: FormulaReads,
  names: FormulaNames,
): readonly string[] {
  return [
    ...answers.flatMap((name) => names.questions.get(name) ?? []),
    ...fields.flatMap((path) => (names.writers.get(path) ?? []).map(({ key }) => key)),
  ]
}

/** Tells what a formula of an engine reads. */
export type ReadsOf = (engine: FormulaEngine, formula: string) => Dependencies

/** Remembers what formulas read: it is asked at every key. */
export function createReads(names: FormulaNames): ReadsOf {
  const known = new WeakMap<FormulaEngine, Map<string, Dependencies>>()
  return (engine, formula) => {
    const ofEngine = known.get(engine) ?? new Map<string, Dependencies>()
    known.set(engine, ofEngine)
    const there = ofEngine.get(formula)
    if (there) return there
    const reads = engine.reads(formula)
    const read = { questions: questionsReadBy(reads, names), clock: reads.clock }
    ofEngine.set(formula, read)
    return read
  }
}

const noEngine = {}

/** Remembers, for each engine or none, what the assessment of each question reads, in their order. */
export function createDependencies(places: readonly Place[], readsOf: ReadsOf) {
  const known = new WeakMap<object, readonly Dependencies[]>()
  return (engine: FormulaEngine | undefined): readonly Dependencies[] => {
    const there = known.get(engine ?? noEngine)
    if (there) return there
    const read = (formula: string) => (engine ? [readsOf(engine, formula)] : [])
    const made = places.map((place) => dependenciesOf(place, read))
    known.set(engine ?? noEngine, made)
    return made
  }
}

function dependenciesOf(
  { question }: Place,
  read: (formula: string) => readonly Dependencies[],
): Dependencies {
  const conditions = question.requirements.map(({ when }) => when)
  const formulas = conditions.flatMap((when) => formulasIn(when)).flatMap(read)
  const others = [
    ...conditions.flatMap((when) => questionsIn(when)),
    ...formulas.flatMap(({ questions }) => questions),
  ]
  return {
    questions: [...new Set([question.key, ...others])],
    clock: formulas.some(({ clock }) => clock),
  }
}
