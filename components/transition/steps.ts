import { createContext, use } from 'react'
import type { Meeting } from '#lib/handoff/meeting-moves.ts'
import type { MilestoneChange } from '#lib/handoff/transition-moves.ts'
import type { AnswerOf } from '#lib/messaging/requests.ts'
import type { Phase } from '#lib/handoff/transition.ts'

/** What can be done in a transition. Each resolves to whether it is on its way. */
export interface Steps {
  /** Sets the days that were changed in front of those before. */
  readonly setPhases: (phases: readonly Phase[], before: readonly Phase[]) => Promise<boolean>
  readonly setEffectiveDay: (day: string) => Promise<boolean>
  /** Lets the days follow the dates of the deal. */
  readonly follow: () => Promise<boolean>
  readonly recordContact: (contact: {
    readonly at: string
    readonly note: string
  }) => Promise<boolean>
  /** Says why no further meeting is needed; no words take it back. */
  readonly waiveMeeting: (words: string) => Promise<boolean>
  readonly complete: () => Promise<boolean>
  readonly meet: (arranged: {
    readonly milestone: string
    readonly meeting: Meeting
  }) => Promise<boolean>
  /** When some people are busy, as far as Salesforce shows it. */
  readonly readCalendars: (asked: {
    readonly userIds: readonly string[]
    readonly from: string
    readonly to: string
  }) => Promise<AnswerOf<'users.calendars'>>
  /** Hands a text to the user as a file. */
  readonly saveFile: (name: string, text: string, type: string) => void
  readonly change: (change: MilestoneChange) => Promise<boolean>
}

const StepsContext = createContext<Steps | null>(null)

/** Gives the steps to everything inside. */
export const WithSteps = StepsContext.Provider

/** What can be done in the transition shown. Throws outside of one. */
export function useSteps(): Steps {
  const steps = use(StepsContext)
  if (steps === null) throw new Error('This is drawn outside of a transition.')
  return steps
}
