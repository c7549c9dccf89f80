import type { Answer, Value } from './answer.ts'

/** Kinds of values that one press takes away as a whole; text is undone in its box, rows in their list. */
const atOnce: ReadonlySet<Value['type']> = new Set(['person', 'contact', 'checklist', 'date'])

/** Whether a change takes away what the user cannot simply type or choose again: then it can be undone. */
export function isLoss(before: Answer | undefined, next: Answer | null): boolean {
  if (before === undefined) return false
  if (before.kind !== 'given') return next?.kind !== before.kind && hasWords(before)
  if (next === null) return atOnce.has(before.value.type)
  if (next.kind === 'given' && isSomebodyElse(before.value, next.value)) return true
  const isTaken = next.kind === 'given' && next.provenance.from === 'salesforce'
  return isTaken && next.value !== before.value
}

/** One choice puts somebody else there, with all that was typed about the one before. */
function isSomebodyElse(before: Value, next: Value): boolean {
  if (before.type === 'person') return next.type === 'person' && before.userId !== next.userId
  if (before.type !== 'contact' || next.type !== 'contact') return false
  return before.contactId !== next.contactId || before.name !== next.name
}

/** Whether a change says more of whoever stands there: the one before can still be brought back. */
export const saysMoreOf = (next: Answer | null): boolean =>
  next?.kind === 'given' && (next.value.type === 'contact' || next.value.type === 'person')

function hasWords(answer: Exclude<Answer, { kind: 'given' }>): boolean {
  if (answer.kind === 'not-applicable') return answer.why.trim() !== ''
  return answer.kind === 'unknown-asked' && `${answer.who}${answer.until}`.trim() !== ''
}
