import type { Tone } from '#components/ui/pill.tsx'
import type { Status } from '#lib/handoff/handoff.ts'

interface StatusWords {
  readonly tone: Tone
  /** To the person who takes over. */
  readonly incoming: string
  /** To the person who hands over. */
  readonly outgoing: string
  /** To somebody who is neither. */
  readonly manager: string
}

/** What reads alike to all. */
const alike = (tone: Tone, words: string): StatusWords => ({
  tone,
  incoming: words,
  outgoing: words,
  manager: words,
})

/** How each status reads to either side. */
export const statusWords = {
  draft: alike('calm', 'Draft'),
  submitted: {
    tone: 'accent',
    incoming: 'Waiting for you',
    outgoing: 'Waiting for an answer',
    manager: 'Waiting',
  },
  clarification: {
    tone: 'warning',
    incoming: 'You asked',
    outgoing: 'Asks you',
    manager: 'Question open',
  },
  declined: { tone: 'bad', incoming: 'Declined', outgoing: 'Needs work', manager: 'Declined' },
  accepted: alike('good', 'Accepted'),
  'in-transition': alike('good', 'In transition'),
  completed: alike('calm', 'Completed'),
  cancelled: alike('calm', 'Cancelled'),
} as const satisfies Record<Status, StatusWords>
