import type { OverviewItem, StageEntry } from '#lib/handoff/overview-item.ts'
import { median } from './figure.ts'

const DAY = 24 * 60 * 60 * 1000

/** How long deals stay in a stage before and after the new owner accepted, in days; null where none is known. */
export interface StageSpeed {
  readonly stage: string
  readonly before: number | null
  readonly after: number | null
}

interface Stay {
  readonly stage: string
  readonly days: number
  readonly side: 'before' | 'after'
}

/** A stay that the acceptance falls into counts on neither side: it belongs to both owners. */
function sideOf(from: string, to: string, acceptedAt: string): Stay['side'] | null {
  const [start, end, accepted] = [Date.parse(from), Date.parse(to), Date.parse(acceptedAt)]
  if (end <= accepted) return 'before'
  return start >= accepted ? 'after' : null
}

/** The stages that a deal went through, the first one first. */
export function movesIn(entries: readonly StageEntry[]): readonly StageEntry[] {
  // The history of a deal also has an entry for each new amount or day: that is no other stage.
  return entries
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .filter(({ stage }, index, all) => stage !== all[index - 1]?.stage)
}

function staysOf(entries: readonly StageEntry[], acceptedAt: string): readonly Stay[] {
  const ordered = movesIn(entries)
  return ordered.flatMap(({ stage, at }, index) => {
    const left = ordered[index + 1]?.at
    const side = left === undefined ? null : sideOf(at, left, acceptedAt)
    if (left === undefined || side === null) return []
    return [{ stage, days: (Date.parse(left) - Date.parse(at)) / DAY, side }]
  })
}

type Decided = Pick<OverviewItem, 'opportunityId' | 'decision' | 'decidedAt'>

/** When each deal was last accepted by a new owner. */
function acceptances(handoffs: readonly Decided[]): ReadonlyMap<string, string> {
  const accepted = handoffs.flatMap(({ opportunityId, decision, decidedAt }) =>
    decision === 'accepted' && decidedAt !== null ? [[opportunityId, decidedAt] as const] : [],
  )
  return new Map(accepted.toSorted(([, one], [, other]) => Date.parse(one) - Date.parse(other)))
}

/** The days deals spent in each stage before and after a new owner accepted them. */
export function stageSpeed(
  entries: readonly StageEntry[],
  handoffs: readonly Decided[],
): readonly StageSpeed[] {
  const acceptedAt = acceptances(handoffs)
  const stays = [...Map.groupBy(entries, ({ opportunityId }) => opportunityId)].flatMap(
    ([id, list]) => {
      const accepted = acceptedAt.get(id)
      return accepted === undefined ? [] : staysOf(list, accepted)
    },
  )
  return [...Map.groupBy(stays, ({ stage }) => stage)].map(([stage, list]) => ({
    stage,
    before: median(list.filter(({ side }) => side === 'before').map(({ days }) => days)),
    after: median(list.filter(({ side }) => side === 'after').map(({ days }) => days)),
  }))
}
