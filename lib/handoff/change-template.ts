import type { Answer, Answers } from './answer.ts'
import { tierCarried } from './carry.ts'
import type { Variant } from './variant.ts'
import { counterparts } from './counterpart.ts'
import type { Draft } from './draft.ts'
import { answerAs, waitingKey, waitingKeys } from './migrate.ts'
import { questionsOf } from './prefill.ts'
import type { Question } from './question.ts'
import { questionsByKey } from './questions-by-key.ts'
import { tierOf } from './redaction.ts'
import type { Template } from './template.ts'

/** What a draft is to be written with instead. */
export interface Change {
  /** What it was written with so far; null when that is not known here. */
  readonly from: Template | null
  readonly to: Template
  readonly variant: Variant
}

/**
 * The draft under another template. Answers go to the questions of the same key, then to those that ask for the
 * same in other words. Every answer stays where it was too, so that the way back finds all of them.
 */
export function changeTemplate(draft: Draft, { from, to, variant }: Change): Draft {
  const before = new Map((from ? questionsOf(from) : []).map((one) => [one.key, one] as const))
  const placed = questionsOf(to).reduce<Answers>(
    (answers, question) => inQuestion(answers, question, before.get(question.key)),
    draft.answers,
  )
  const answers = from ? withCounterparts(placed, [...before.values()], to) : placed
  return {
    ...draft,
    template: { key: to.key, version: to.version },
    variant,
    answers: inTheirCircle(answers, before, to),
  }
}

/** The answer at its own question where that takes it, otherwise beside it until a question takes it again. */
function inQuestion(answers: Answers, question: Question, asked: Question | undefined): Answers {
  const { key } = question
  const { [key]: answer, ...others } = answers
  if (answer && takes(question, answer)) return answers
  const back = waitingKeys(key, answers).find((waiting) => takes(question, answers[waiting]))
  const { [back ?? '']: returning, ...rest } = others
  const aside = answer ? { ...rest, [waitingKey(key, answers)]: answer } : rest
  const placed = returning ?? (answer && answerAs(question, answer, asked))
  return placed ? { ...aside, [key]: placed } : aside
}

const takes = (question: Question, answer: Answer | undefined) =>
  answer !== undefined && answerAs(question, answer) === answer

const words = (answer: Answer | undefined) =>
  answer?.kind === 'given' ? JSON.stringify(answer.value) : ''

/** What the user has written goes also to the open question that asks for the same in other words; each once. */
function withCounterparts(placed: Answers, before: readonly Question[], to: Template): Answers {
  const asked = before.map((question) => ({ question }))
  const said = new Set(questionsOf(to).map(({ key }) => words(placed[key])))
  const answers: Record<string, Answer> = { ...placed }
  for (const question of questionsOf(to)) {
    if (answers[question.key]) continue
    const found = counterparts(question, asked)
      .map(({ question: { key } }) => placed[key])
      .find((answer) => isWritten(answer) && takes(question, answer) && !said.has(words(answer)))
    if (!found) continue
    answers[question.key] = found
    said.add(words(found))
  }
  return answers
}

/** What came from Salesforce is read again for the new questions. */
const isWritten = (answer: Answer | undefined) =>
  answer?.kind === 'given' && answer.provenance.from !== 'salesforce'

/** What was written for a narrower circle than the new question's stays in that circle. */
function inTheirCircle(
  answers: Answers,
  before: ReadonlyMap<string, Question>,
  to: Template,
): Answers {
  const narrowed = questionsOf(to).flatMap((question) => {
    const answer = answers[question.key]
    const wasAt = [...before.keys()].find((key) => answers[key] === answer)
    if (answer?.kind !== 'given' || wasAt === undefined) return []
    const tier = tierCarried(question, tierOf(before.get(wasAt), answer))
    return tier.tier === undefined ? [] : [[question.key, { ...answer, ...tier }] as const]
  })
  return { ...answers, ...Object.fromEntries(narrowed) }
}

/** Answers that no question takes, and whose words stand nowhere else: the user's own. */
export function leftOver(template: Template, answers: Answers): readonly string[] {
  const keys = questionsByKey(template)
  const left = Object.keys(answers).filter((key) => !keys.has(key) && isWritten(answers[key]))
  if (left.length === 0) return []
  const said = new Set([...keys.keys()].map((key) => words(answers[key])))
  return left.filter((key) => !said.has(words(answers[key])))
}
