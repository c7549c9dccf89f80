import type { Answer } from './answer.ts'
import { jsonLength } from './json-length.ts'

// An answer never changes in place, so its length is counted once, not at each key typed elsewhere.
const lengths = new WeakMap<Answer, number>()

/** The characters that an answer takes as JSON. */
export function answerLength(answer: Answer): number {
  const known = lengths.get(answer)
  if (known !== undefined) return known
  const length = lengthAsJson(answer)
  lengths.set(answer, length)
  return length
}

function lengthAsJson(answer: Answer): number {
  if (answer.kind !== 'given' || answer.value.type !== 'text') return JSON.stringify(answer).length
  const { text } = answer.value
  const frame = JSON.stringify({ ...answer, value: { ...answer.value, text: '' } })
  return frame.length - 2 + jsonLength(text)
}
