import type { QuestionAssessment } from './assessment.ts'
import type { Circumstances } from './circumstances.ts'
import type { Situation } from './conditions.ts'
import { demandOn, isAsked, shortfall } from './demand.ts'
import type { Demanded } from './demand.ts'
import type { Draft } from './draft.ts'
import type { FormulaProblem } from './formula-engine.ts'
import { lint } from './lint.ts'
import type { Place } from './lint-deal.ts'
import type { Finding } from './finding.ts'
import { quoted, warning } from './subject.ts'
import { saysSomething } from './value-text.ts'

/** What one question is assessed against. */
export interface Setting {
  readonly draft: Draft
  readonly situation: Situation
  readonly circumstances: Circumstances
}

function whereIn({ line, column }: FormulaProblem): string {
  return line === null || column === null ? '' : `, line ${line}, column ${column}`
}

// A rule that cannot be judged must not block anybody, and must not vanish either.
function brokenFormulas(place: Place, { broken }: Demanded): readonly Finding[] {
  return broken.map((problem) =>
    warning(place, 'broken-formula', {
      sentence: `A rule of ${quoted(place.question.label)} cannot be checked: ${problem.sentence}${whereIn(problem)} (${problem.formula}).`,
    }),
  )
}

const notAsked = ({ question, section }: Place): QuestionAssessment => ({
  key: question.key,
  section,
  asked: false,
  demand: null,
  answered: false,
  satisfied: true,
  inScope: false,
  findings: [],
})

/** How one question of a draft stands. */
export function assessQuestion(place: Place, setting: Setting): QuestionAssessment {
  const { draft, situation, circumstances } = setting
  const { question, section } = place
  if (!isAsked(question, situation)) return notAsked(place)
  const answer = draft.answers[question.key]
  const demanded = demandOn(question, situation)
  const { demand } = demanded
  const answered = saysSomething(answer)
  const { baseline, unticked } = draft
  return {
    key: question.key,
    section,
    asked: true,
    demand,
    answered,
    satisfied: demand === null || shortfall(answer, question, demand) === null,
    inScope: demand !== null || answered,
    findings: [
      ...lint({ question, section, answer, demand, baseline, unticked, circumstances }),
      ...brokenFormulas(place, demanded),
    ],
  }
}
