import type { Commitment, CommitmentState } from './commitment.ts'
import { promiseLimits } from './promise-limits.ts'
import { derivedKey } from './derived-key.ts'
import { overLong } from './field-length.ts'
import type { Handoff } from './handoff.ts'
import type { Planned } from './plan.ts'
import { type Operation, planMove, refused } from './planning.ts'

/** What became of a promise. */
export interface CommitmentChange extends Operation {
  readonly commitmentId: string
  readonly state: CommitmentState
  readonly note: string
  /** The new day of a promise that was renegotiated; empty without one. */
  readonly due?: string | undefined
}

function problemOf({ state, due }: CommitmentChange, note: string, before: string): string | null {
  if (note !== '') return overLong('Why', note, promiseLimits.note) ?? null
  if (state === 'broken') return 'Say in a few words why it was broken.'
  const isSame = state === 'renegotiated' && (due ?? before) === before
  return isSame ? 'Say what was agreed instead: a new day, or in words.' : null
}

/** Everything that a promise's fate changes: kept, renegotiated with a new day, or broken. */
export function planCommitmentChange(handoff: Handoff, change: CommitmentChange): Planned {
  const { commitmentId, state, due } = change
  const note = change.note.trim()
  const promise = handoff.commitments?.find(({ id }) => id === commitmentId)
  if (!promise) return refused('This promise is no longer there.')
  const because = problemOf(change, note, promise.due)
  if (because !== null) return refused(because)
  const newDay = due === undefined ? {} : { due }
  const { state: from, modifiedAt: since } = promise
  const stood = { from, ...(since === undefined ? {} : { since }) }
  const changes = {
    ledger: [{ commitmentId, ...stood, state, note, ...newDay }],
    details: { promise: promise.words, from, to: state, note, ...newDay },
    inWords: [`“${promise.words}” is ${spoken[state]}.`],
  }
  return planMove('change-commitment', handoff, { ...change, changes })
}

const spoken: Readonly<Record<CommitmentState, string>> = {
  open: 'open again',
  kept: 'kept',
  renegotiated: 'renegotiated',
  broken: 'broken',
}

/** A promise that the recipient hears of only after taking over. */
export interface Surprise extends Operation {
  readonly words: string
  readonly toWhom: string
  readonly byWhom: string
  /** A calendar day; empty without one. */
  readonly due: string
}

/** Everything that a promise nobody had written down changes: it joins the ledger, and the sender is asked about it. */
export function planSurprise(handoff: Handoff, surprise: Surprise): Planned {
  const { operationKey, actor, toWhom, byWhom, due } = surprise
  const words = surprise.words.trim()
  if (words === '') return refused('Write what was promised.')
  const key = derivedKey(operationKey, 'surprise')
  const row = {
    id: key,
    words,
    toWhom,
    byWhom,
    due,
    source: 'customer',
    inContract: 'unknown' as const,
    stretch: false,
  }
  const changes = {
    commitments: [{ key, position: nextPosition(handoff.commitments ?? []), row, surprise: true }],
    comments: [
      {
        key: derivedKey(operationKey, 'comment'),
        kind: 'comment' as const,
        question: null,
        section: null,
        body: `The customer says that this was promised: “${words}”`,
        author: actor,
        dueAt: null,
        inReplyTo: null,
      },
    ],
    details: { promise: words, toWhom, byWhom, due },
    inWords: [`${handoff.outgoing.name} sees that the customer was promised “${words}”.`],
  }
  return planMove('report-surprise', handoff, { ...surprise, changes })
}

const nextPosition = (ledger: readonly Commitment[]) => ledger.length + 1
