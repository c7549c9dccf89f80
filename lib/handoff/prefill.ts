import type { Answer, Answers, Provenance, Value } from './answer.ts'
import type { Deal } from './deal.ts'
import type { Person } from './primitives.ts'
import type { Question } from './question.ts'
import type { Origin, PreviousHandoff, Sources } from './source.ts'
import { readSource } from './source.ts'
import { valueFrom } from './source-value.ts'
import type { Template } from './template.ts'

/** What a question's source holds now, in the question's own type. */
export interface Reading {
  readonly value: Value
  readonly origin: Origin
}

/** The first source of the question that is filled and fits its type. */
export function readQuestion(question: Question, sources: Sources): Reading | null {
  for (const source of question.prefill ?? []) {
    const found = readSource(source, sources)
    const value = found && valueFrom(found.content, question.answer, sources)
    if (found && value) return { value, origin: found.origin }
  }
  return null
}

const provenanceOf = (origin: Origin, readAt: string): Provenance =>
  origin.from === 'salesforce' ? { ...origin, readAt } : origin

/** Who pre-fills, when, and what besides the deal there is to read. */
export interface PrefillOptions {
  readonly by: Person
  readonly at: string
  readonly previous?: PreviousHandoff | undefined
  /** Which Salesforce field holds which methodology letter; the template's own mapping otherwise. */
  readonly mapping?: Template['mapping'] | undefined
  readonly labels?: Readonly<Record<string, string>> | undefined
}

/** All questions of a template in order. */
export function questionsOf(template: Template): readonly Question[] {
  return template.sections.flatMap((section) => section.questions)
}

/** First answers from Salesforce and the previous handoff, each with its provenance; none where the source is empty. */
export function prefill(template: Template, deal: Deal, options: PrefillOptions): Answers {
  const { by, at, previous, labels } = options
  const mapping = { ...template.mapping, ...options.mapping }
  const answers: Record<string, Answer> = {}
  for (const question of questionsOf(template)) {
    const reading = readQuestion(question, { deal, previous, labels, mapping })
    if (!reading) continue
    const provenance = provenanceOf(reading.origin, deal.readAt)
    answers[question.key] = {
      kind: 'given',
      value: reading.value,
      provenance,
      evidence: [],
      by,
      at,
    }
  }
  return answers
}
