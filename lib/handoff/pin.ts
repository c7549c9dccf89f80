import type { Answer, Evidence, GivenAnswer, Value } from './answer.ts'
import { dayIn } from './day.ts'
import { QUOTE_LIMIT } from './evidence-limits.ts'
import type { Person } from './primitives.ts'
import type { Question } from './question.ts'

/** What is pinned, to what, and by whom. */
export interface Pin {
  readonly question: Question
  readonly answer: Answer | undefined
  readonly evidence: Evidence
  readonly by: Person
  /** ISO 8601. */
  readonly at: string
  /** Where the user is: a row of its own tells the day it was there. */
  readonly timeZone?: string | undefined
}

/** What pinning does to a question: backs its answer, becomes its answer, or nothing before there is an answer. */
export function pinning(
  { answer: { type } }: Question,
  answer: Answer | undefined,
): 'backs' | 'answers' | 'needs-answer' {
  if (type === 'evidence') return 'answers'
  if (answer?.kind === 'given') return 'backs'
  return type === 'text' || type === 'long-text' ? 'answers' : 'needs-answer'
}

/** The answer with the evidence pinned to it; null when there is no answer yet and the quotation is none. */
export function pinned(pin: Pin): Answer | null {
  const { question, answer, evidence: given, by, at } = pin
  const evidence = { ...given, quote: given.quote.trim().slice(0, QUOTE_LIMIT) }
  const { type } = question.answer
  const before = answer?.kind === 'given' ? answer : null
  if (type === 'evidence')
    return { ...(before ?? fresh(by, at)), value: withRow(before?.value, evidence, pin), by, at }
  if (before) return backed(before, evidence)
  if ((type !== 'text' && type !== 'long-text') || evidence.quote === '') return null
  return { ...fresh(by, at), value: { type: 'text', text: evidence.quote }, evidence: [evidence] }
}

function backed(answer: GivenAnswer, evidence: Evidence): GivenAnswer {
  if (isAmong(answer.evidence, evidence)) return answer
  return { ...answer, evidence: [...answer.evidence, evidence] }
}

const isInstant = (at: string) => /^[\d-]{10}T/.test(at)

function withRow(value: Value | undefined, pin: Evidence, { timeZone }: Pin): Value {
  const { recipientCanOpen: _, ...evidence } = pin
  const { at } = evidence
  const row = { ...evidence, at: isInstant(at) ? dayIn(timeZone, at) : at }
  const rows = value?.type === 'evidence' ? value.rows : []
  return { type: 'evidence', rows: isAmong(rows, row) ? rows : [...rows, row] }
}

function fresh(by: Person, at: string): Omit<GivenAnswer, 'value'> {
  return { kind: 'given', provenance: { from: 'typed' }, evidence: [], by, at }
}

/** The same words of the same thing are pinned once. */
function isAmong(
  pins: readonly Omit<Evidence, 'recipientCanOpen'>[],
  { recordId, url, title, at, quote }: Omit<Evidence, 'recipientCanOpen'>,
): boolean {
  return pins.some(
    (pin) =>
      pin.recordId === recordId &&
      pin.url === url &&
      pin.title === title &&
      pin.at === at &&
      pin.quote === quote,
  )
}

/** The answer without one piece of evidence. */
export function unpinned(answer: GivenAnswer, id: string): GivenAnswer {
  return { ...answer, evidence: answer.evidence.filter((one) => one.id !== id) }
}
