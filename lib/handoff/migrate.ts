import { wordsOf } from './spoken-value.ts'
import { choiceLabel, choicesIn } from './choice-labels.ts'
import type { Answer, Answers, Value } from './answer.ts'
import type { Draft } from './draft.ts'
import { questionsOf } from './prefill.ts'
import type { AnswerType, Question } from './question.ts'
import { questionsByKey } from './questions-by-key.ts'
import type { Template } from './template.ts'

/** A draft under a newer version of its template, and what became of its answers. */
export interface Migration {
  readonly draft: Draft
  /** Keys of answers whose questions are gone: they are kept, and shown as such. */
  readonly orphaned: string[]
  /** Keys of answers that were kept as text because their question takes another type now. */
  readonly converted: string[]
  /** Keys of questions that the version before did not have. */
  readonly added: string[]
  /** What was chosen and is no longer offered, in the words it was chosen with. */
  readonly dropped: string[]
}

const typeOfValue = ({ type }: AnswerType): string => (type === 'long-text' ? 'text' : type)

const takesText = ({ type }: AnswerType) => type === 'text' || type === 'long-text'

function fits(value: Value, question: Question): boolean {
  return value.type === typeOfValue(question.answer)
}

/** An answer as the new question takes it, in words where that asks for words; null when it cannot be turned into that without loss. */
export function answerAs(question: Question, answer: Answer, asked?: Question): Answer | null {
  if (answer.kind !== 'given' || fits(answer.value, question)) return answer
  if (!takesText(question.answer)) return null
  return { ...answer, value: { type: 'text', text: wordsOf(answer.value, asked?.answer) } }
}

const LEFT = '_was'

/** Where an answer is kept that no question takes any longer. */
export function waitingKey(key: string, taken: Answers): string {
  let kept = `${key}${LEFT}`
  while (kept in taken) kept = `${kept}${LEFT}`
  return kept
}

/** The key of the question that an answer was given to, whatever key it is kept under. */
export function askedAs(kept: string): string {
  return kept.endsWith(LEFT) ? askedAs(kept.slice(0, -LEFT.length)) : kept
}

/** The keys under which answers wait that the question of that key did not take, the first first. */
export function waitingKeys(key: string, answers: Answers): readonly string[] {
  const beyond = waitingKey(key, answers).length - key.length
  return Array.from({ length: beyond / LEFT.length - 1 }, (_, at) => key + LEFT.repeat(at + 1))
}

/** What of an answer its question no longer offers, in the words of the question it was given to. */
function droppedBy(question: Question, answer: Answer | undefined, asked = question) {
  const offered = choicesIn(question.answer)
  if (!offered || answer?.kind !== 'given') return []
  const { value } = answer
  const one = value.type === 'picklist' ? [value.value] : []
  const chosen = value.type === 'checklist' ? value.checked : one
  return chosen
    .filter((key) => !offered.some((choice) => choice.value === key))
    .map((key) => `“${choiceLabel(asked.answer, key)}” (${question.label})`)
}

interface Moved {
  readonly before: Answers
  /** The questions that they were given to. */
  readonly asked: ReadonlyMap<string, Question>
  readonly answers: Record<string, Answer>
  readonly orphaned: string[]
  readonly converted: string[]
}

function moveAnswer(moved: Moved, [key, answer]: [string, Answer], question: Question | undefined) {
  const fitting = question && answerAs(question, answer, moved.asked.get(key))
  if (fitting) {
    moved.answers[key] = fitting
    if (fitting !== answer) moved.converted.push(key)
    return
  }
  // The question is gone, or takes what this answer cannot become: it is kept beside the others.
  const kept = question ? waitingKey(key, { ...moved.before, ...moved.answers }) : key
  moved.answers[kept] = answer
  moved.orphaned.push(kept)
}

/** Gives an open question the answer that waits for it since a version that asked otherwise. */
function bringBack({ answers, orphaned }: Moved, question: Question) {
  const { key } = question
  if (answers[key]) return
  const back = waitingKeys(key, answers).find((kept) => {
    const { [kept]: answer } = answers
    return answer !== undefined && answerAs(question, answer) === answer
  })
  const { [back ?? '']: answer } = answers
  if (back === undefined || answer === undefined) return
  answers[key] = answer
  delete answers[back]
  orphaned.splice(orphaned.indexOf(back), 1)
}

/**
 * The draft under the newer version of its template. No answer is lost; a variant that is gone becomes standard or
 * the first there is. What is new is known where the version it was written with is.
 */
export function migrate(draft: Draft, to: Template, from: Template | null): Migration {
  const questions = questionsByKey(to)
  const before = questionsByKey(from ?? to)
  const moved: Moved = {
    before: draft.answers,
    asked: before,
    answers: {},
    orphaned: [],
    converted: [],
  }
  const inOrder = Object.entries(draft.answers).toSorted(
    ([a], [b]) => Number(questions.has(b)) - Number(questions.has(a)),
  )
  for (const entry of inOrder) moveAnswer(moved, entry, questions.get(entry[0]))
  for (const question of questions.values()) bringBack(moved, question)
  return {
    draft: {
      ...draft,
      template: { key: to.key, version: to.version },
      variant: variantIn(to, draft.variant),
      answers: moved.answers,
    },
    orphaned: moved.orphaned,
    converted: moved.converted,
    added: [...questions.keys()].filter((key) => !before.has(key)),
    dropped: [...questions].flatMap(([key, question]) =>
      droppedBy(question, moved.answers[key], before.get(key)),
    ),
  }
}

function variantIn({ variants }: Template, variant: Draft['variant']): Draft['variant'] {
  if (variants.includes(variant)) return variant
  return variants.includes('standard') ? 'standard' : (variants[0] ?? variant)
}

/** Whether all answers are such as their questions take: not where a template was changed under its version, or is gone. */
export function suits(template: Template, answers: Answers): boolean {
  return questionsOf(template).every((question) => {
    const answer = answers[question.key]
    return answer === undefined || answerAs(question, answer) === answer
  })
}

/** The answers of a draft or packet that no question of the template takes. */
export function orphansOf(template: Template, answers: Answers): readonly string[] {
  const keys = new Set(questionsOf(template).map(({ key }) => key))
  return Object.keys(answers).filter((key) => !keys.has(key))
}

const parts = (version: string) => version.split('.').map(Number)

/** Whether one semantic version is newer than another. */
export function isNewer(version: string, than: string): boolean {
  const [one, other] = [parts(version), parts(than)]
  const at = one.findIndex((part, index) => part !== other[index])
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0)
}
