import type { ControlNames } from '#components/ui/text-box.tsx'
import type { Choice } from '#components/ui/choice-box.tsx'
import type { Formats } from '#components/ui/formats.ts'
import type { SearchUsers } from '#components/ui/user-search.tsx'
import type { Value } from '#lib/handoff/answer.ts'
import type { ContactRole } from '#lib/handoff/deal.ts'
import type { Person } from '#lib/handoff/primitives.ts'
import type { Question } from '#lib/handoff/question.ts'

/** What editors need to know of the deal and the user, and how they find people. */
export interface EditorFacts {
  readonly formats: Formats
  /** Currency of the deal, such as `EUR`. */
  readonly currency: string
  readonly picklists: Readonly<Record<string, readonly Choice[]>>
  readonly contactRoles: readonly ContactRole[]
  readonly search: SearchUsers
  /** A new id for a row. */
  readonly newId: () => string
  /** Who answers, and the time now. */
  readonly sign: () => { readonly by: Person; readonly at: string }
}

/** What every editor of an answer takes. */
export interface EditorProps {
  readonly names: ControlNames
  readonly question: Question
  readonly value: Value | undefined
  /** Null when the editor is empty again. */
  readonly onValue: (value: Value | null) => void
  readonly facts: EditorFacts
}
