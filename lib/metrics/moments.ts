import type { StageEntry } from '#lib/handoff/overview-item.ts'
import { reachedIn } from './aftermath.ts'
import type { DealThen, Moments } from './aftermath-schema.ts'
import { median } from './figure.ts'
import type { HandoffRecord } from './record.ts'

const DAY = 24 * 60 * 60 * 1000

type OfDeal = HandoffRecord & { readonly opportunityId: string }

/** How a deal stood at a moment, by its history, which is oldest first; null before it begins. */
function dealAt(history: readonly StageEntry[], at: number): DealThen {
  const entry = history.findLast((one) => Date.parse(one.at) <= at)
  if (!entry) return null
  const { stage, amount = null, closeDate = '' } = entry
  return { stage, amount, closeDate }
}

const at = (instant: string | null, days: number) =>
  instant === null ? Number.NaN : Date.parse(instant) + days * DAY

function momentsOf(one: OfDeal, history: readonly StageEntry[], now: number): Moments {
  const { submittedAt, decidedAt, decision } = one
  const acceptedAt = decision === 'accepted' ? decidedAt : null
  const then = (moment: number) => (moment <= now ? dealAt(history, moment) : null)
  return {
    submitted: then(at(submittedAt, 0)),
    accepted: then(at(acceptedAt, 0)),
    after30: then(at(acceptedAt, 30)),
    after90: then(at(acceptedAt, 90)),
  }
}

/** The handoffs with how their deals stood when they were submitted and accepted, and 30 and 90 days after, as Salesforce has kept it. */
export function withMoments<One extends OfDeal>(
  handoffs: readonly One[],
  entries: readonly StageEntry[],
  now: string,
): readonly (One & { readonly moments: Moments })[] {
  const ordered = entries.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
  const histories = Map.groupBy(ordered, ({ opportunityId }) => opportunityId)
  return handoffs.map((one) => {
    const history = histories.get(one.opportunityId) ?? []
    return Object.assign({}, one, { moments: momentsOf(one, history, Date.parse(now)) })
  })
}

/** Days after the acceptance at which deals are looked at again. */
const momentDays = [30, 90] as const
type MomentDays = (typeof momentDays)[number]

/** How deals have moved since the acceptance. */
export interface Moved {
  readonly days: MomentDays
  readonly deals: number
  /** The share in another stage than at the acceptance. */
  readonly stageMoved: number
  /** By currency, the sum at the acceptance and then, of the deals whose amount is known at both. */
  readonly amounts: ReadonlyMap<string, { readonly accepted: number; readonly later: number }>
  /** By how many days the close date is later than at the acceptance, half of the deals by more; null where it is not known. */
  readonly closeDateLater: number | null
}

interface Pair {
  readonly currency: string
  readonly accepted: NonNullable<DealThen>
  readonly later: NonNullable<DealThen>
}

function amountsOf(pairs: readonly Pair[]): Moved['amounts'] {
  const sums = new Map<string, { accepted: number; later: number }>()
  for (const { currency, accepted, later } of pairs) {
    if (accepted.amount === null || later.amount === null) continue
    const sum = sums.get(currency) ?? { accepted: 0, later: 0 }
    sums.set(currency, {
      accepted: sum.accepted + accepted.amount,
      later: sum.later + later.amount,
    })
  }
  return sums
}

const daysLater = ({ accepted, later }: Pair): readonly number[] => {
  const days = (Date.parse(later.closeDate) - Date.parse(accepted.closeDate)) / DAY
  return Number.isNaN(days) ? [] : [days]
}

/** How the deals have moved for which one of the days has come within a time; without days for which there are none. */
export function movedSince(
  handoffs: readonly HandoffRecord[],
  period: Parameters<typeof reachedIn>[2],
): readonly Moved[] {
  return momentDays.flatMap((days) => {
    const pairs = reachedIn(handoffs, days, period).flatMap(({ currency, moments }): Pair[] => {
      const [accepted, later] = [moments?.accepted, moments?.[`after${days}`]]
      return accepted && later ? [{ currency, accepted, later }] : []
    })
    const moved = pairs.filter(({ accepted, later }) => accepted.stage !== later.stage)
    const deals = pairs.length
    if (deals === 0) return []
    const closeDateLater = median(pairs.flatMap(daysLater))
    return [
      { days, deals, stageMoved: moved.length / deals, amounts: amountsOf(pairs), closeDateLater },
    ]
  })
}
