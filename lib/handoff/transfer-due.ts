import { isRunning } from './follow-through.ts'
import type { Handoff } from './handoff.ts'
import type { Person } from './primitives.ts'
import type { Template } from './template.ts'
import type { TransferSnapshot } from './transfer.ts'

/** The days that a change of owner may hang on, in the user's calendar. */
export interface TransferDays {
  readonly today: string
  /** When the handoff was accepted. */
  readonly decided: string | null
  /** The day on which ownership is to shift. */
  readonly effective: string | null
  /** `until` is the first day that no longer belongs to it. */
  readonly phases: readonly { readonly phase: string; readonly until: string }[]
}

/** The first day on which the owner is to change, as the template says, also where the phase it names is none of this variant; null while nobody knows it. */
export function transferDay(
  { ownerMoves, afterPhase }: Template['transfer'],
  { decided, effective, phases }: TransferDays,
): string | null {
  switch (ownerMoves) {
    case 'on-accept':
      return decided
    case 'at-effective-date':
      return effective
    case 'at-phase-end':
      return (
        phases
          .filter(({ phase }) => afterPhase === undefined || phase === afterPhase)
          .map(({ until }) => until)
          .toSorted()
          .at(-1) ?? effective
      )
    case 'never':
      return null
  }
}

/** How it stands with the owner of a deal that was handed over. */
export type TransferStanding =
  /** Nothing is to change, or somebody has seen to it elsewhere. */
  | { readonly is: 'nothing' }
  | { readonly is: 'waiting' | 'due'; readonly day: string | null }
  | { readonly is: 'done' | 'undone'; readonly snapshot: TransferSnapshot }

/** How it stands with the owner now. A change that was made elsewhere counts: the deal tells whose it is. */
export function transferStanding(
  handoff: Handoff,
  owner: Person,
  { template, days }: { readonly template: Template; readonly days: TransferDays },
): TransferStanding {
  const { incoming } = handoff
  const changed = changeOf(handoff, owner)
  if (changed) return changed
  const isOver = incoming === null || owner.userId === incoming.userId || !isRunning(handoff)
  if (isOver || template.transfer.ownerMoves === 'never') return { is: 'nothing' }
  const day = transferDay(template.transfer, days)
  return { is: day !== null && day <= days.today ? 'due' : 'waiting', day }
}

function changeOf({ transfer: snapshot }: Handoff, { userId }: Person): TransferStanding | null {
  if (!snapshot) return null
  if (snapshot.undone) return userId === snapshot.from.userId ? { is: 'undone', snapshot } : null
  return userId === snapshot.to.userId ? { is: 'done', snapshot } : null
}
