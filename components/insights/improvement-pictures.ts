import { type Formats, number } from '#components/ui/formats.ts'
import { isTaken } from '#lib/handoff/chain.ts'
import { firstWords } from '#lib/handoff/clip.ts'
import type { OverviewEvent, OverviewItem } from '#lib/handoff/overview-item.ts'
import { gapKinds, gapsFilled, gapWords } from '#lib/metrics/gaps-filled.ts'
import { reportedFriction } from '#lib/metrics/reported-friction.ts'
import type { Picture } from './figures-view.tsx'

interface Shown {
  readonly items: readonly OverviewItem[]
  readonly events: readonly OverviewEvent[]
  readonly formats: Formats
}

const mostWords = 20

/** What people have reported to hold handoffs up. */
export function frictionPicture({ events, formats }: Shown): Picture {
  return {
    title: 'What held handoffs up, as reported',
    counted: 'Times, and the newest words',
    none: 'Nobody has reported anything.',
    bars: reportedFriction(events).map(({ key, step, cause, count, words }) => ({
      key,
      label: `${step}: ${cause}`,
      value: count,
      shown: `${number(count, formats)}${words === '' ? '' : ` “${firstWords(words, mostWords)}”`}`,
    })),
  }
}

const isAccepted = (one: OverviewItem) => one.decision === 'accepted' || isTaken(one)

/** What the handoffs lacked, by what their new owners had to add. */
export function gapsPicture({ items, events, formats }: Shown): Picture {
  const gaps = gapsFilled(events)
  const accepted = items.filter(isAccepted).length
  const shown = (kind: (typeof gapKinds)[number]) =>
    `${number(gaps[kind], formats)}${kind === 'handoffs' ? ` of ${number(accepted, formats)} accepted` : ''}`
  const bars = gapKinds.map((kind) => ({
    key: kind,
    label: gapWords[kind],
    value: gaps[kind],
    shown: shown(kind),
  }))
  return {
    title: 'Added by new owners after accepting',
    counted: 'Times',
    none: 'They had to add nothing to what was handed over.',
    bars: gaps.handoffs === 0 ? [] : bars,
  }
}
