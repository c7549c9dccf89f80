import type { Answer, Value } from './answer.ts'

/** Kinds of values that one press takes away as a whole; text is undone in its box, rows in their list. */
const atOnce: ReadonlySet<Value['type']> = new Set(['person', 'contact', 'checklist', 'date'])

/** Whether a change takes away what the user cannot simply type or choose again: then it can be undone. */
export function isLoss(before: Answer | undefined, next: Answer | null): boolean {
  if (before === undefined) return false
  if (before.kind !== 'given') return next?.kind !== before.kind && hasWords(before)
  if (next === null) return atOnce.has(before.value.type)
  const isTaken = next.kind === 'given' && next.provenance.from === 'salesforce'
  return isTaken && next.value !== before.value
}

function hasWords(answer: Exclude<Answer, { kind: 'given' }>): boolean {
  if (answer.kind === 'not-applicable') return answer.why.trim() !== ''
  return answer.kind === 'unknown-asked' && `${answer.who}${answer.until}`.trim() !== ''
}
