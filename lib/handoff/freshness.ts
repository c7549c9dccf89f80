import type { Answer, Answers, FromSalesforce, GivenAnswer, Value } from './answer.ts'
import type { Reading } from './carry.ts'
import type { Deal } from './deal.ts'
import type { PrefillOptions } from './prefill.ts'
import { prefill, readQuestion } from './prefill.ts'
import type { Sources } from './source.ts'
import type { FieldValue } from './primitives.ts'
import type { Question } from './question.ts'
import type { Template } from './template.ts'

/** What was read in Salesforce under an answer: that it came from, or that a person wrote over. */
export function readUnder(answer: Answer | undefined): FromSalesforce | null {
  if (answer?.kind !== 'given') return null
  const { provenance } = answer
  if (provenance.from === 'typed') return provenance.over ?? null
  return provenance.from === 'salesforce' ? provenance : null
}

/** The deal as it is now, in the org's own words. */
type Here = Pick<Sources, 'deal' | 'labels'>

/** The field a letter was read from is in the answer itself, so no mapping table is needed to look again. */
function readAgain(question: Question, field: string | undefined, here: Here): Reading | null {
  const letters = (question.prefill ?? []).flatMap((source) =>
    source.from === 'mapped' ? [source.key] : [],
  )
  const path = field ?? question.writeTo ?? null
  return readQuestion(question, {
    ...here,
    mapping: Object.fromEntries(letters.map((letter) => [letter, path])),
  })
}

/** What a question's source in Salesforce holds now; null when it is empty or there is none. */
export function inSalesforce(
  question: Question,
  answer: Answer | undefined,
  here: Here,
): { readonly value: Value; readonly source: FromSalesforce } | null {
  const before = readUnder(answer)
  const reading = readAgain(question, before?.field, here)
  if (reading?.origin.from !== 'salesforce') return null
  const { field } = reading.origin
  const label = field !== undefined && before?.field === field ? before.label : undefined
  const source = { ...reading.origin, readAt: here.deal.readAt }
  return { value: reading.value, source: label ? { ...source, label } : source }
}

const isEmpty = (asRead: FromSalesforce['asRead']) =>
  asRead === null || (Array.isArray(asRead) && asRead.length === 0)

/**
 * What the source of an answer holds now, when that is no longer what was read; `now` is null when the source
 * has become empty. Null for an answer that is unchanged, that nothing was read for, or that says the same.
 */
export function changedInSalesforce(
  question: Question,
  answer: Answer | undefined,
  deal: Deal,
): { readonly now: Value | null } | null {
  const before = readUnder(answer)
  if (!before || answer?.kind !== 'given') return null
  const reading = readAgain(question, before.field, { deal })
  if (!reading) return isEmpty(before.asRead) ? null : { now: null }
  if (reading.origin.from !== 'salesforce') return null
  const same = JSON.stringify(reading.origin.asRead) === JSON.stringify(before.asRead)
  const isTyped = answer.provenance.from === 'typed'
  if (same || (isTyped && JSON.stringify(answer.value) === JSON.stringify(reading.value)))
    return null
  return { now: reading.value }
}

/** What Salesforce holds under an answer that a person gives now; absent when the question is read from nowhere. */
export function writtenOver(
  question: Question,
  before: Answer | undefined,
  deal: Deal,
): FromSalesforce | undefined {
  const known = readUnder(before)
  if (known) return known
  return sourceNow(question, before, deal)
}

function sourceNow(question: Question, answer: Answer | undefined, deal: Deal) {
  const now = inSalesforce(question, answer, { deal })
  if (now) return now.source
  const [first] = question.prefill ?? []
  if (!first || first.from === 'previous-handoff') return undefined
  const field = first.from === 'field' ? first.field : question.writeTo
  const nothing = { from: 'salesforce' as const, label: '', asRead: null, readAt: deal.readAt }
  return field === undefined ? nothing : { ...nothing, field }
}

/** The answer as it stands, with what Salesforce holds now counted as seen: it is the user's own from here on. */
export function kept(question: Question, answer: GivenAnswer, deal: Deal): GivenAnswer {
  const over = sourceNow(question, answer, deal)
  return { ...answer, provenance: over ? { from: 'typed', over } : { from: 'typed' } }
}

const isField = (value: FromSalesforce['asRead']): value is FieldValue => !Array.isArray(value)

/** Values of fields, by path, that the user has seen since the draft was started: they chose to write over these. */
export function seenFields(answers: Answers): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(
    Object.values(answers).flatMap((answer) => {
      const isTyped = answer.kind === 'given' && answer.provenance.from === 'typed'
      const over = isTyped ? readUnder(answer) : null
      return over?.field !== undefined && isField(over.asRead) ? [[over.field, over.asRead]] : []
    }),
  )
}

/** The answers with unanswered questions filled from the deal as it is now. What is answered stays, and so does what a person emptied. */
export function refresh(
  template: Template,
  answers: Answers,
  { deal, ...options }: PrefillOptions & { readonly deal: Deal },
): Answers {
  return { ...prefill(template, deal, options), ...answers }
}
