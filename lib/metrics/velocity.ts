import { median } from './figure.ts'

const DAY = 24 * 60 * 60 * 1000

/** A deal that entered a stage. */
export interface StageEntry {
  readonly handoffId: string
  readonly stage: string
  readonly at: string
}

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

function staysOf(entries: readonly StageEntry[], acceptedAt: string): readonly Stay[] {
  const ordered = entries.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
  return ordered.flatMap(({ stage, at }, index) => {
    const left = ordered[index + 1]?.at
    const side = left === undefined ? null : sideOf(at, left, acceptedAt)
    if (left === undefined || side === null) return []
    return [{ stage, days: (Date.parse(left) - Date.parse(at)) / DAY, side }]
  })
}

/** The days deals spent in each stage before and after the acceptance of their handoff, by its id. */
export function stageSpeed(
  entries: readonly StageEntry[],
  acceptedAt: ReadonlyMap<string, string>,
): readonly StageSpeed[] {
  const stays = [...Map.groupBy(entries, ({ handoffId }) => handoffId)].flatMap(([id, list]) => {
    const accepted = acceptedAt.get(id)
    return accepted === undefined ? [] : staysOf(list, accepted)
  })
  return [...Map.groupBy(stays, ({ stage }) => stage)].map(([stage, list]) => ({
    stage,
    before: median(list.filter(({ side }) => side === 'before').map(({ days }) => days)),
    after: median(list.filter(({ side }) => side === 'after').map(({ days }) => days)),
  }))
}
