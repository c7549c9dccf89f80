import type { Answer } from './answer.ts'
import type { Circumstances } from './circumstances.ts'
import type { Demand } from './demand.ts'
import type { Draft } from './draft.ts'
import type { Finding } from './finding.ts'
import type { Question } from './question.ts'
import type { Severity } from './severity.ts'

/** One question with all that its rules look at. */
export interface Subject {
  readonly question: Question
  readonly section: string
  readonly answer: Answer | undefined
  readonly demand: Demand | null
  readonly baseline: Draft['baseline']
  readonly unticked: Draft['unticked']
  readonly circumstances: Circumstances
}

/** A rule about one question: what it finds, nothing when all is well. */
export type Rule = (subject: Subject) => readonly Finding[]

/** A label inside a sentence. */
export function quoted(text: string): string {
  return `“${text}”`
}

/** A finding about the question of a subject. */
export function finding(
  { question, section }: Pick<Subject, 'question' | 'section'>,
  about: { severity: Severity; rule: string; sentence: string; row?: string },
): Finding {
  return { ...about, question: question.key, section }
}

/** A finding that only warns. */
export function warning(
  subject: Pick<Subject, 'question' | 'section'>,
  rule: string,
  about: { sentence: string; row?: string },
): Finding {
  return finding(subject, { severity: 'warns', rule, ...about })
}
