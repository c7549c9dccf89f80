import type { StageEntry } from '#lib/handoff/overview-item.ts'
import type { HandoffRecord } from './record.ts'
import { movesIn } from './velocity.ts'

type OfDeal = HandoffRecord & { readonly opportunityId: string }

/** The handoffs with what the history of their deals says: when they were won, and first moved under the new owner. */
export function withStages<One extends OfDeal>(
  handoffs: readonly One[],
  stages: readonly StageEntry[],
): readonly One[] {
  const histories = Map.groupBy(stages, ({ opportunityId }) => opportunityId)
  return handoffs.map((one) => {
    const moves = movesIn(histories.get(one.opportunityId) ?? [])
    const moved = movedAfter(moves, one)
    const last = moves.at(-1)?.at ?? null
    return {
      ...one,
      stageMovedAt: moved ?? one.stageMovedAt,
      // The stage in which it was won is the last one, unless that came with the new owner.
      wonAt: one.wonAt ?? (one.outcome === 'won' && moved === null ? last : null),
    }
  })
}

/** The first entry is the deal's beginning, or all that is known of it: that is no move. */
function movedAfter([, ...moves]: readonly StageEntry[], { decidedAt }: OfDeal): string | null {
  if (decidedAt === null) return null
  return moves.find(({ at }) => Date.parse(at) > Date.parse(decidedAt))?.at ?? null
}
