import { assessQuestion } from './assess-question.ts'
import type { Assessment, QuestionAssessment } from './assessment.ts'
import { todayIn } from './circumstances.ts'
import type { Circumstances } from './circumstances.ts'
import type { Situation } from './conditions.ts'
import { formulasIn, questionsIn } from './conditions.ts'
import type { Draft } from './draft.ts'
import type { Finding } from './finding.ts'
import type { FormulaEngine, FormulaReads, FormulaResult } from './formula-engine.ts'
import { formulaInput, formulaNames } from './formula-binding.ts'
import type { FormulaNames } from './formula-binding.ts'
import { maySubmit, sendable } from './gate.ts'
import { lintAnswers, lintDeal } from './lint-deal.ts'
import type { Place } from './lint-deal.ts'
import { memo, steady } from './memo.ts'
import { methodologyCoverage } from './methodology.ts'
import { packetOf } from './packet.ts'
import { assessSection, ordered, totalScore } from './score.ts'
import type { Template } from './template.ts'

/** Assesses drafts of one template, doing again only what an answer changed since the last call depends on. */
export type Assessor = (draft: Draft, circumstances: Circumstances) => Assessment

/** The questions whose answers a formula reads, by itself or through the fields that they are written to. */
function questionsReadBy(
  { fields, answers }: FormulaReads,
  names: FormulaNames,
): readonly string[] {
  return [
    ...answers.flatMap((name) => names.questions.get(name) ?? []),
    ...fields.flatMap((path) => names.writers.get(path) ?? []),
  ]
}

/** Remembers which questions each formula of an engine reads. */
function createReads(names: FormulaNames) {
  const known = new WeakMap<FormulaEngine, Map<string, readonly string[]>>()
  return (engine: FormulaEngine, formula: string): readonly string[] => {
    const ofEngine = known.get(engine) ?? new Map<string, readonly string[]>()
    known.set(engine, ofEngine)
    const there = ofEngine.get(formula)
    if (there) return there
    const read = questionsReadBy(engine.reads(formula), names)
    ofEngine.set(formula, read)
    return read
  }
}

type Evaluate = (formula: string) => FormulaResult

function createFormulas(template: Template) {
  const names = formulaNames(template)
  const readBy = createReads(names)
  const results = memo<FormulaResult>()
  return (draft: Draft, circumstances: Circumstances): Evaluate | undefined => {
    const { formulas: engine, deal, now, timeZone } = circumstances
    if (!engine) return undefined
    const input = formulaInput(names, draft, circumstances)
    // The same answers and the same deal give the same result: nothing has to be turned into words to see that.
    const setting = [engine, deal, timeZone, draft.unticked.join()]
    return (formula) => {
      const clock = engine.reads(formula).clock ? now : ''
      const answers = readBy(engine, formula).map((key) => draft.answers[key])
      return results(formula, [...setting, clock, ...answers], () =>
        engine.evaluate(formula, input),
      )
    }
  }
}

/** A question with what its requirements read besides its own answer. */
interface Dependent extends Place {
  readonly questions: readonly string[]
  readonly formulas: readonly string[]
}

function dependentsOf(template: Template): readonly Dependent[] {
  return template.sections.flatMap((section) =>
    section.questions.map((question) => ({
      question,
      section: section.key,
      questions: question.requirements.flatMap(({ when }) => questionsIn(when)),
      formulas: question.requirements.flatMap(({ when }) => formulasIn(when)),
    })),
  )
}

function readsOf(dependent: Dependent, draft: Draft, situation: Situation): readonly unknown[] {
  const { question, questions, formulas } = dependent
  return [
    draft.answers[question.key],
    ...questions.map((key) => draft.answers[key]),
    ...formulas.map((formula) => situation.formulas?.(formula)),
  ]
}

/** An assessor of one template. It remembers its last answers; a fresh one gives the same results. */
export function createAssessor(template: Template): Assessor {
  const dependents = dependentsOf(template)
  const bindFormulas = createFormulas(template)
  const questionMemo = memo<QuestionAssessment>()
  const askedMemo = memo<readonly Dependent[]>()
  const wholeMemo = memo<readonly Finding[]>()
  let last: Assessment | undefined
  return (draft, circumstances) => {
    const { deal, others, lengths, people, timeZone } = circumstances
    const formulas = bindFormulas(draft, circumstances)
    const situation = { deal, answers: draft.answers, variant: draft.variant, formulas }
    const setting = [
      deal,
      draft.variant,
      draft.baseline,
      todayIn(circumstances),
      timeZone,
      others,
      lengths,
      people,
    ]
    const questions = dependents.map((dependent) =>
      questionMemo(
        dependent.question.key,
        [...setting, ...readsOf(dependent, draft, situation)],
        () => assessQuestion(dependent, { draft, situation, circumstances }),
      ),
    )
    const places = askedMemo(
      'asked',
      questions.map(({ asked }) => asked),
      () => dependents.filter((_, index) => questions[index]?.asked === true),
    )
    const whole = { places, draft, circumstances }
    const odd = [
      ...wholeMemo('deal', [...setting, places], () => lintDeal(whole)),
      ...wholeMemo('answers', [...setting, places, draft.answers], () => lintAnswers(whole)),
    ]
    last = steady(last, assemble(template, draft, { questions, odd }))
    return last
  }
}

interface Parts {
  readonly questions: readonly QuestionAssessment[]
  /** About the deal and the answers as a whole. */
  readonly odd: readonly Finding[]
}

function assemble(template: Template, draft: Draft, { questions, odd }: Parts): Assessment {
  const sections = template.sections.map((section) =>
    assessSection(
      section,
      questions.filter((question) => question.section === section.key),
    ),
  )
  const findings = ordered([
    ...questions.flatMap((question) => question.findings),
    ...odd,
    ...sendable(draft, packetOf(template, draft)),
  ])
  return {
    score: totalScore(template, sections),
    answered: sections.reduce((sum, { answered }) => sum + answered, 0),
    inScope: sections.reduce((sum, { inScope }) => sum + inScope, 0),
    sections,
    questions: Object.fromEntries(questions.map((question) => [question.key, question])),
    findings,
    next: findings[0] ?? null,
    canSubmit: maySubmit(template, draft, findings),
    coverage: methodologyCoverage(template, draft),
  }
}
