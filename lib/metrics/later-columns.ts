import { tracedReasons } from './traced.ts'
import type { HandoffRecord } from './record.ts'

const momentWords = [
  ['submitted', 'when submitted'],
  ['accepted', 'when accepted'],
  ['after30', 'after 30 days'],
  ['after90', 'after 90 days'],
] as const

type Cell = string | number

/** Columns of the list of handoffs about the time after, each with how it is read. */
export const laterColumns: readonly (readonly [string, (one: HandoffRecord) => Cell])[] = [
  ...momentWords.flatMap(([moment, words]) => [
    [
      `Stage ${words}`,
      ({ moments }: HandoffRecord): Cell => moments?.[moment]?.stage ?? '',
    ] as const,
    [
      `Amount ${words}`,
      ({ moments }: HandoffRecord): Cell => moments?.[moment]?.amount ?? '',
    ] as const,
    [
      `Close date ${words}`,
      ({ moments }: HandoffRecord): Cell => moments?.[moment]?.closeDate ?? '',
    ] as const,
  ]),
  ['Methodology covered when sent', ({ aftermath }) => aftermath?.coverage.sent ?? ''],
  ['Methodology covered when accepted', ({ aftermath }) => aftermath?.coverage.accepted ?? ''],
  ['Customer after 90 days', ({ aftermath }) => aftermath?.customer.after90 ?? ''],
  ['Customer after 365 days', ({ aftermath }) => aftermath?.customer.after365 ?? ''],
  ['Trouble because of the handoff', (one) => tracedReasons(one).join('; ')],
]
