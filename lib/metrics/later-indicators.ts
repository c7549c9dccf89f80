import { meanOf, share } from './figure.ts'
import type { Indicator } from './indicators.ts'
import type { HandoffRecord } from './record.ts'

const accepted = (handoffs: readonly HandoffRecord[]) =>
  handoffs.filter(({ decision }) => decision === 'accepted')

const isTraced = ({ aftermath }: HandoffRecord) => (aftermath?.traces.length ?? 0) > 0

/** Indicators that rest on what the log says beside the moves. */
export const laterIndicators: readonly Indicator[] = [
  {
    key: 'coverage',
    label: 'Methodology covered when accepted',
    unit: 'share',
    better: 'higher',
    target: null,
    measure: (all) =>
      meanOf(accepted(all), ({ aftermath }) => aftermath?.coverage.accepted ?? null),
  },
  {
    key: 'traced',
    label: 'Trouble because of the handoff',
    unit: 'share',
    better: 'lower',
    target: null,
    measure: (all) => {
      const { value, ...figure } = share(accepted(all), (one) => !isTraced(one))
      return { ...figure, value: value === null ? null : 1 - value }
    },
  },
]
