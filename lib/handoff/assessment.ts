import type { Coverage } from './methodology.ts'
import type { Demand } from './demand.ts'
import type { Finding } from './finding.ts'

/** How one question stands. */
export interface QuestionAssessment {
  readonly key: string
  readonly section: string
  /** Asked in this variant. */
  readonly asked: boolean
  /** What is demanded now; null for an optional question. */
  readonly demand: Demand | null
  /** Something is answered. */
  readonly answered: boolean
  /** The answer meets what is demanded. */
  readonly satisfied: boolean
  /** Counts towards the score: demanded, or answered of one's own accord. */
  readonly inScope: boolean
  readonly findings: readonly Finding[]
}

/** How one section stands. */
export interface SectionAssessment {
  readonly key: string
  readonly title: string
  /** Questions in scope whose answers do what is demanded. */
  readonly answered: number
  readonly inScope: number
  /** 0 to 1; 1 when nothing is in scope. */
  readonly score: number
  readonly findings: readonly Finding[]
}

/** How a draft stands: what is answered, what is missing or weak, and whether it can be submitted. */
export interface Assessment {
  /** 0 to 1, by the weights of the sections. */
  readonly score: number
  readonly answered: number
  readonly inScope: number
  readonly sections: readonly SectionAssessment[]
  /** By question key. */
  readonly questions: Readonly<Record<string, QuestionAssessment>>
  /** Strongest first; in the order of the template where equally strong. */
  readonly findings: readonly Finding[]
  /** What to mend next. */
  readonly next: Finding | null
  /** Exactly when nothing blocks submit, or a manager stands behind submitting all the same. */
  readonly canSubmit: boolean
  readonly coverage: readonly Coverage[]
}
