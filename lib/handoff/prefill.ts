import type { Answer, Answers, Provenance } from './answer.ts'
import { carrier, type Reading, tierCarried } from './carry.ts'
import type { Deal } from './deal.ts'
import type { Person } from './primitives.ts'
import type { Question } from './question.ts'
import type { Origin, PreviousHandoff, Sources } from './source.ts'
import { readSource } from './source.ts'
import { valueFrom } from './source-value.ts'
import type { Template } from './template.ts'

/** The first source of the question that is filled and fits its type. */
export function readQuestion(question: Question, sources: Sources): Reading | null {
  for (const source of question.prefill ?? []) {
    const found = readSource(source, sources)
    const value = found && valueFrom(found.content, question.answer, sources)
    if (found && value) return { value, origin: found.origin, tier: found.tier }
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
  const sources = { deal, previous, labels, mapping }
  const carry = carrier(template, sources, at)
  for (const question of questionsOf(template)) {
    const reading = readQuestion(question, sources) ?? carry(question)
    if (!reading) continue
    const { value, origin } = reading
    const provenance = provenanceOf(origin, deal.readAt)
    const tier = tierCarried(question, reading.tier)
    answers[question.key] = { kind: 'given', value, provenance, evidence: [], ...tier, by, at }
  }
  return answers
}
