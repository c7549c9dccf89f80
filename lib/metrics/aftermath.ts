import {
  type CustomerState,
  hasCustomer,
  outcomeDays,
  type OutcomeDays,
} from '#lib/handoff/customer-outcome.ts'
import type { OverviewEvent } from '#lib/handoff/overview-item.ts'
import { standing } from '#lib/handoff/trace.ts'
import type { Aftermath } from './aftermath-schema.ts'
import { mean } from './figure.ts'
import type { HandoffRecord } from './record.ts'

type Told = Pick<OverviewEvent, 'handoffId' | 'kind' | 'at' | 'coverage' | 'outcome' | 'trace'>

function aftermathOf(log: readonly Told[]): Aftermath {
  const ordered = log.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
  const covered = ordered.filter(({ coverage }) => coverage !== undefined)
  const said = (days: OutcomeDays) =>
    ordered.findLast(({ outcome }) => outcome?.after === days)?.outcome?.customer ?? null
  const after90 = said(90)
  // Who has left is not asked about again.
  const left = after90 === 'churned' ? after90 : null
  const traces = standing(ordered.flatMap(({ trace }) => trace ?? []))
  return {
    coverage: {
      sent: covered.find(({ kind }) => kind !== 'Accepted')?.coverage ?? null,
      accepted: covered.findLast(({ kind }) => kind === 'Accepted')?.coverage ?? null,
    },
    customer: { after90, after365: said(365) ?? left },
    traces: [...traces],
    tracedAt: ordered.findLast(({ trace }) => trace && traces.includes(trace))?.at ?? null,
  }
}

/** The handoffs with what their log says of the methodology, of the customer since, and of trouble that was traced to them. */
export function withAftermath<One extends HandoffRecord>(
  handoffs: readonly One[],
  events: readonly Told[],
): readonly (One & { readonly aftermath: Aftermath })[] {
  const logs = Map.groupBy(events, ({ handoffId }) => handoffId)
  return handoffs.map((one) =>
    Object.assign({}, one, { aftermath: aftermathOf(logs.get(one.id) ?? []) }),
  )
}

/** How customers stand so many days after their handoff was accepted. */
export interface Retention {
  readonly days: OutcomeDays
  readonly counts: Readonly<Record<CustomerState, number>>
  readonly recorded: number
  /** Whose day has come, and of whom nobody has said anything. */
  readonly open: number
}

const DAY = 24 * 60 * 60 * 1000

/** The accepted handoffs for which so many days have passed within a time: many were submitted long before it. */
export function reachedIn<One extends Pick<HandoffRecord, 'decision' | 'decidedAt'>>(
  handoffs: readonly One[],
  days: number,
  { from, to }: { readonly from: string; readonly to: string },
): readonly One[] {
  return handoffs.filter(({ decision, decidedAt }) => {
    if (decision !== 'accepted' || decidedAt === null) return false
    const at = Date.parse(decidedAt) + days * DAY
    return at >= Date.parse(from) && at < Date.parse(to)
  })
}

/** Whether there is a customer to keep: a deal that was handed over to be cared for, and won where it had to be. */
const isKept = ({ kind, outcome }: HandoffRecord) =>
  hasCustomer[kind] && (kind !== 'ae-csm' || (outcome !== 'lost' && outcome !== 'open'))

/** What has become of the customers for whom one of the two days has come within a time. */
export function retentions(
  handoffs: readonly HandoffRecord[],
  period: Parameters<typeof reachedIn>[2],
): readonly Retention[] {
  return outcomeDays.flatMap((days) => {
    const reached = reachedIn(handoffs, days, period).filter(isKept)
    const states = reached.flatMap(({ aftermath }) => aftermath?.customer[`after${days}`] ?? [])
    const count = (one: CustomerState) => states.filter((state) => state === one).length
    const counts = {
      active: count('active'),
      'at-risk': count('at-risk'),
      churned: count('churned'),
    }
    const [recorded, open] = [states.length, reached.length - states.length]
    return reached.length === 0 ? [] : [{ days, counts, recorded, open }]
  })
}

/** How much of their methodology handoffs covered on average, 0 to 1. */
export interface Coverages {
  readonly sent: number
  readonly accepted: number
}

/** The coverage of the accepted handoffs of which both are known; null where there are none. */
export function coverages(handoffs: readonly HandoffRecord[]): Coverages | null {
  const known = handoffs.flatMap(({ aftermath }) => {
    const { sent = null, accepted = null } = aftermath?.coverage ?? {}
    return sent === null || accepted === null ? [] : [{ sent, accepted }]
  })
  const [sent, accepted] = [
    mean(known.map((one) => one.sent)),
    mean(known.map((one) => one.accepted)),
  ]
  return sent === null || accepted === null ? null : { sent, accepted }
}
