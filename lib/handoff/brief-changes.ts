import type { Line } from './answer-lines.ts'
import { answerLines } from './answer-lines.ts'
import type { Asked, Chapter } from './brief-source.ts'
import { askedIn } from './brief-source.ts'

/** The earlier answer to the same question, or to the first one that covers the same letter of a methodology. */
function counterpart({ question }: Asked, earlier: readonly Asked[]): Asked | undefined {
  const letters = new Set(question.covers)
  return (
    earlier.find((one) => one.question.key === question.key) ??
    earlier.find((one) => one.question.covers?.some((letter) => letters.has(letter)))
  )
}

const linesOf = ({ question, answer }: Asked) => answerLines(question, answer)
const lost = (one: string, texts: readonly Line[]) => texts.every(({ text }) => text !== one)

function changesOf(now: Asked, before: Asked): readonly Line[] {
  const { key, label } = now.question
  const gained = linesOf(now).filter(({ text }) => lost(text, linesOf(before)))
  const gone = linesOf(before).filter(({ text }) => lost(text, linesOf(now)))
  const [first] = gained
  const [was] = gone
  if (gained.length === 1 && gone.length === 1 && first && was) {
    return [{ ...first, text: `${label}: ${first.text} (was: ${was.text})` }]
  }
  return [
    ...gained.map((line) => Object.assign({}, line, { text: `${label}, new: ${line.text}` })),
    ...gone.map(({ text }) => ({ question: key, label, text: `${label}, no longer: ${text}` })),
  ]
}

/** What differs from the previous handoff of the chain, question by question. What the previous one did not ask is no change. */
export function changesSince(previous: Chapter, current: Chapter): readonly Line[] {
  const earlier = askedIn(previous)
  return askedIn(current).flatMap((now) => {
    const before = counterpart(now, earlier)
    if (before === undefined || linesOf(before).length === 0) return []
    return changesOf(now, before)
  })
}
