import type { CustomerState, OutcomeDays } from '#lib/handoff/customer-outcome.ts'
import type { OverviewEvent } from '#lib/handoff/overview-item.ts'
import { standing } from '#lib/handoff/trace.ts'
import type { Aftermath } from './aftermath-schema.ts'
import type { HandoffRecord } from './record.ts'

type Told = Pick<OverviewEvent, 'handoffId' | 'kind' | 'at' | 'coverage' | 'outcome' | 'trace'>

function aftermathOf(log: readonly Told[]): Aftermath {
  const ordered = log.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
  const covered = ordered.filter(({ coverage }) => coverage !== undefined)
  const said = (days: OutcomeDays) =>
    ordered.findLast(({ outcome }) => outcome?.after === days)?.outcome?.customer ?? null
  return {
    coverage: {
      sent: covered.find(({ kind }) => kind !== 'Accepted')?.coverage ?? null,
      accepted: covered.findLast(({ kind }) => kind === 'Accepted')?.coverage ?? null,
    },
    customer: { after90: said(90), after365: said(365) },
    traces: [...standing(ordered.flatMap(({ trace }) => trace ?? []))],
    tracedAt:
      ordered.findLast(({ trace }) => trace !== undefined && trace.cause !== 'none')?.at ?? null,
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
const hasCustomer = ({ kind, outcome }: HandoffRecord) =>
  kind === 'csm-csm' || (kind === 'ae-csm' && outcome !== 'lost' && outcome !== 'open')

/** What has become of the customers whose day has come within a time. */
export function retention(
  handoffs: readonly HandoffRecord[],
  days: OutcomeDays,
  period: Parameters<typeof reachedIn>[2],
): Retention {
  const reached = reachedIn(handoffs, days, period).filter(hasCustomer)
  const states = reached.flatMap(({ aftermath }) => aftermath?.customer[`after${days}`] ?? [])
  const count = (one: CustomerState) => states.filter((state) => state === one).length
  return {
    days,
    counts: { active: count('active'), 'at-risk': count('at-risk'), churned: count('churned') },
    recorded: states.length,
    open: reached.length - states.length,
  }
}
