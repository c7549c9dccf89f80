import type { Value } from '#lib/handoff/answer.ts'
import type { Finding } from '#lib/handoff/finding.ts'
import type { Question } from '#lib/handoff/question.ts'
import type { ControlNames } from '#components/ui/text-box.tsx'

/** What every editor of an answer is given; a null value takes the answer away. */
export interface EditorProps {
  readonly question: Question
  readonly value: Value | null
  readonly names: ControlNames
  readonly onValue: (value: Value | null) => void
  /** What is wrong with single rows. */
  readonly findings: readonly Finding[]
}
