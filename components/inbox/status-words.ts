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

/** How each status reads to either side. */
export const statusWords = {
  draft: { tone: 'calm', incoming: 'Draft', outgoing: 'Draft', manager: 'Draft' },
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
  accepted: { tone: 'good', incoming: 'Accepted', outgoing: 'Accepted', manager: 'Accepted' },
  'in-transition': {
    tone: 'good',
    incoming: 'In transition',
    outgoing: 'In transition',
    manager: 'In transition',
  },
  completed: { tone: 'calm', incoming: 'Completed', outgoing: 'Completed', manager: 'Completed' },
  cancelled: { tone: 'calm', incoming: 'Cancelled', outgoing: 'Cancelled', manager: 'Cancelled' },
} as const satisfies Record<Status, StatusWords>
