import { assessQuestion } from './assess-question.ts'
import type { Assessment, QuestionAssessment } from './assessment.ts'
import { todayIn } from './circumstances.ts'
import type { Circumstances } from './circumstances.ts'
import { createDependencies, createReads, type ReadsOf } from './dependencies.ts'
import type { Draft } from './draft.ts'
import type { Finding } from './finding.ts'
import type { FormulaResult } from './formula-engine.ts'
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

type Evaluate = (formula: string) => FormulaResult

function createFormulas(names: FormulaNames, readsOf: ReadsOf) {
  const results = memo<FormulaResult>()
  const nameOf = naming()
  return (draft: Draft, circumstances: Circumstances): Evaluate | undefined => {
    const { formulas: engine, deal, now, timeZone, types, locked } = circumstances
    if (!engine) return undefined
    const input = formulaInput(names, draft, circumstances)
    // The same answers and the same deal give the same result: nothing has to be turned into words to see that.
    const { variant, unticked } = draft
    const setting = nameOf([engine, deal, timeZone, types, locked, variant, unticked.join()])
    return (formula) => {
      const { questions, clock } = readsOf(engine, formula)
      const answers = questions.map((key) => draft.answers[key])
      const from = [setting, clock ? now : '', ...answers]
      return results(formula, from, () => engine.evaluate(formula, input))
    }
  }
}

function placesIn(template: Template): readonly Place[] {
  return template.sections.flatMap(({ key: section, questions }) =>
    questions.map((question) => ({ question, section })),
  )
}

/** An assessor of one template. It remembers its last answers; a fresh one gives the same results. */
export function createAssessor(template: Template): Assessor {
  const all = placesIn(template)
  const names = formulaNames(template)
  const readsOf = createReads(names)
  const dependenciesFor = createDependencies(all, readsOf)
  const bindFormulas = createFormulas(names, readsOf)
  const questionMemo = memo<QuestionAssessment>()
  const askedMemo = memo<readonly Place[]>()
  const wholeMemo = memo<readonly Finding[]>()
  const todayMemo = memo<string>()
  const assembleAgain = createAssembly(template)
  const nameOf = naming()
  return (draft, circumstances) => {
    const { deal, others, lengths, types, locked, people, timeZone, now } = circumstances
    const engine = circumstances.formulas
    const { answers, variant, baseline, unticked } = draft
    const situation = { deal, answers, variant, formulas: bindFormulas(draft, circumstances) }
    const today = todayMemo('', [now, timeZone], () => todayIn(circumstances))
    const about = [deal, variant, baseline, today, timeZone, others, lengths, types, locked, people]
    const setting = nameOf([...about, engine, unticked.join()])
    const dependencies = dependenciesFor(engine)
    const questions = all.map((place, at) => {
      const { questions: read = [], clock = false } = dependencies[at] ?? {}
      const from = [setting, clock ? now : '', ...read.map((key) => answers[key])]
      const make = () => assessQuestion(place, { draft, situation, circumstances })
      return questionMemo(place.question.key, from, make)
    })
    const isAsked = questions.map(({ asked }) => asked)
    const places = askedMemo('asked', isAsked, () => all.filter((_, at) => isAsked[at]))
    const whole = { places, draft, circumstances }
    return assembleAgain(draft, {
      questions,
      ofDeal: wholeMemo('deal', [setting, places], () => lintDeal(whole)),
      ofAnswers: wholeMemo('answers', [setting, places, answers], () => lintAnswers(whole)),
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
