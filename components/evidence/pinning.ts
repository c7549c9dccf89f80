import type { Answer, Answers, Evidence } from '#lib/handoff/answer.ts'
import { pinned } from '#lib/handoff/pin.ts'
import type { Question } from '#lib/handoff/question.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { Setting } from '#components/handoff/setting.ts'

/** What pins are put into. */
export interface Pinboard {
  readonly template: Template
  readonly answers: Answers
  readonly onAnswer: (question: string, answer: Answer | null) => void
}

/** What was pinned, and how to take it back. */
export interface PinnedWords {
  readonly words: string
  readonly undo: () => void
}

/** The question with this key. */
export function questionIn({ sections }: Template, key: string): Question | undefined {
  return sections.flatMap(({ questions }) => questions).find((one) => one.key === key)
}

/** Pins evidence to a question's answer; null when there is no answer to pin it to. */
export function pinTo(
  { template, answers, onAnswer }: Pinboard,
  key: string,
  {
    evidence,
    me,
    now,
    formats,
  }: Pick<Setting, 'me' | 'now' | 'formats'> & { readonly evidence: Evidence },
): PinnedWords | null {
  const question = questionIn(template, key)
  const before = answers[key]
  const next =
    question &&
    pinned({ question, answer: before, evidence, by: me, at: now(), timeZone: formats.timeZone })
  if (!question || !next) return null
  if (next === before) return { words: `Already pinned to “${question.label}”.`, undo: () => {} }
  onAnswer(key, next)
  return {
    words: `Pinned to “${question.label}”.`,
    undo: () => onAnswer(key, before ?? null),
  }
}
