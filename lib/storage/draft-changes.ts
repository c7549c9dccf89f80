import type { Answer } from '#lib/handoff/answer.ts'
import { type Draft, draftSchema } from '#lib/handoff/draft.ts'
import { retyped, type Retyping } from '#lib/handoff/retype.ts'

/** One answer of a draft as the user leaves it; null removes it. */
export interface AnswerChange {
  readonly draftKey: string
  readonly question: string
  readonly answer: Answer | null
}

/** What is to be put in the place of parts of a draft, computed from the draft as it is stored. */
export type Rework = (draft: Draft) => { readonly [Part in keyof Draft]?: Draft[Part] | undefined }

/** The draft with one answer put in or taken out. */
export function answered(draft: Draft, { question, answer }: AnswerChange, at: string): Draft {
  const { [question]: _, ...others } = draft.answers
  const answers = answer ? { ...draft.answers, [question]: answer } : others
  return raised({ ...draft, answers, updatedAt: at })
}

/** The draft with the text of one answer changed; null when the change was made to something else than what is stored. */
export function withRetyped(draft: Draft, retyping: Retyping, at: string): Draft | null {
  const answers = retyped(draft, retyping)
  return answers && raised({ ...draft, answers, updatedAt: at })
}

/** The draft with parts of it replaced. Throws when what comes out is no draft. */
export function reworked(draft: Draft, rework: Rework, at: string): Draft {
  return raised(draftSchema.parse({ ...draft, ...rework(draft), updatedAt: at }))
}

/** The draft after one more change. */
export function raised(draft: Draft): Draft {
  return { ...draft, revision: draft.revision + 1 }
}
