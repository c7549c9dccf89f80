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
import { memo, naming } from './memo.ts'
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
  const nameOf = naming()
  return (draft: Draft, circumstances: Circumstances): Evaluate | undefined => {
    const { formulas: engine, deal, now, timeZone } = circumstances
    if (!engine) return undefined
    const input = formulaInput(names, draft, circumstances)
    // The same answers and the same deal give the same result: nothing has to be turned into words to see that.
    const setting = nameOf([engine, deal, timeZone, draft.unticked.join()])
    return (formula) => {
      const clock = engine.reads(formula).clock ? now : ''
      const answers = readBy(engine, formula).map((key) => draft.answers[key])
      return results(formula, [setting, clock, ...answers], () => engine.evaluate(formula, input))
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
  const assembleAgain = createAssembly(template)
  const nameOf = naming()
  return (draft, circumstances) => {
    const { deal, others, lengths, people, timeZone } = circumstances
    const formulas = bindFormulas(draft, circumstances)
    const situation = { deal, answers: draft.answers, variant: draft.variant, formulas }
    const today = todayIn(circumstances)
    const { variant, baseline } = draft
    const setting = nameOf([deal, variant, baseline, today, timeZone, others, lengths, people])
    const questions = dependents.map((dependent) =>
      questionMemo(dependent.question.key, [setting, ...readsOf(dependent, draft, situation)], () =>
        assessQuestion(dependent, { draft, situation, circumstances }),
      ),
    )
    const places = askedMemo(
      'asked',
      questions.map(({ asked }) => asked),
      () => dependents.filter((_, index) => questions[index]?.asked === true),
    )
    const whole = { places, draft, circumstances }
    return assembleAgain(draft, {
      questions,
      ofDeal: wholeMemo('deal', [setting, places], () => lintDeal(whole)),
      ofAnswers: wholeMemo('answers', [setting, places, draft.answers], () => lintAnswers(whole)),
    })
  }
}

interface Parts {
  readonly questions: readonly QuestionAssessment[]
  readonly ofDeal: readonly Finding[]
  readonly ofAnswers: readonly Finding[]
}

/** Puts an assessment together from its parts, again only when one of them says something else. */
function createAssembly(template: Template) {
  const sendableMemo = memo<readonly Finding[]>()
  const coverageMemo = memo<Assessment['coverage']>()
  const assessmentMemo = memo<Assessment>()
  return (draft: Draft, { questions, ofDeal, ofAnswers }: Parts): Assessment => {
    const { answers, recipient, userId, variant, bypass } = draft
    const ready = sendableMemo('', [answers, recipient, userId, variant, draft.template], () =>
      sendable(draft, packetOf(template, draft)),
    )
    const coverage = coverageMemo('', [answers, variant], () =>
      methodologyCoverage(template, draft),
    )
    const from = [...questions, ofDeal, ofAnswers, ready, coverage, bypass, userId]
    return assessmentMemo('', from, () =>
      assemble({ template, draft, questions, odd: [...ofDeal, ...ofAnswers, ...ready], coverage }),
    )
  }
}

interface Whole extends Pick<Parts, 'questions'>, Pick<Assessment, 'coverage'> {
  readonly template: Template
  readonly draft: Draft
  /** About the deal, the answers as a whole, and the handoff itself. */
  readonly odd: readonly Finding[]
}

function assemble({ template, draft, questions, odd, coverage }: Whole): Assessment {
  const sections = template.sections.map((section) =>
    assessSection(
      section,
      questions.filter((question) => question.section === section.key),
    ),
  )
  const findings = ordered([...questions.flatMap((question) => question.findings), ...odd])
  return {
    score: totalScore(template, sections),
    answered: sections.reduce((sum, { answered }) => sum + answered, 0),
    inScope: sections.reduce((sum, { inScope }) => sum + inScope, 0),
    sections,
    questions: Object.fromEntries(questions.map((question) => [question.key, question])),
    findings,
    next: findings[0] ?? null,
    canSubmit: maySubmit(template, draft, findings),
    coverage,
  }
}
