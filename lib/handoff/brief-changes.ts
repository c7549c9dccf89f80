import type { Line } from './answer-lines.ts'
import { answerLines } from './answer-lines.ts'
import type { Asked, Chapter } from './brief-source.ts'
import { askedIn } from './brief-source.ts'
import type { Question } from './question.ts'
import { counterparts } from './counterpart.ts'
import { leadIn } from './lead-in.ts'

const linesOf = ({ question, answer }: Asked) => answerLines(question, answer)
const lost = (one: string, texts: readonly Line[]) => texts.every(({ text }) => text !== one)

function changesOf(now: Asked, before: Asked): readonly Line[] {
  const { key, label } = now.question
  const gained = linesOf(now).filter(({ text }) => lost(text, linesOf(before)))
  const gone = linesOf(before).filter(({ text }) => lost(text, linesOf(now)))
  const [first] = gained
  const [was] = gone
  if (gained.length === 1 && gone.length === 1 && first && was) {
    return [{ ...first, text: `${leadIn(label)} ${first.text} (was: ${was.text})` }]
  }
  return [
    ...gained.map((line) => Object.assign({}, line, { text: `${label}, new: ${line.text}` })),
    ...gone.map(({ text }) => ({ question: key, label, text: `${label}, no longer: ${text}` })),
  ]
}

const kindOf = ({ answer: { type } }: Question) => (type === 'long-text' ? 'text' : type)

/** Another question about the same letter says something else when it takes another kind of answer. */
const isComparable = (one: Question, other: Question) =>
  one.key === other.key || kindOf(one) === kindOf(other)

/** What differs from the previous handoff of the chain, question by question. What the previous one did not ask is no change. */
export function changesSince(previous: Chapter, current: Chapter): readonly Line[] {
  const earlier = askedIn(previous)
  return askedIn(current).flatMap((now) => {
    const before = counterparts(now.question, earlier).find(({ question }) =>
      isComparable(question, now.question),
    )
    if (before === undefined || linesOf(before).length === 0) return []
    return changesOf(now, before)
  })
}
