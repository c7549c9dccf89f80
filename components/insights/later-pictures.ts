import { kindWords } from '#components/inbox/kind-words.ts'
import { type Formats, money, number, percent } from '#components/ui/formats.ts'
import { outcomeDays } from '#lib/handoff/customer-outcome.ts'
import { retention } from '#lib/metrics/aftermath.ts'
import { mean } from '#lib/metrics/figure.ts'
import { groupedBy, type Grouping } from '#lib/metrics/groups.ts'
import { momentDays, type Moved, movedSince } from '#lib/metrics/moments.ts'
import type { HandoffRecord } from '#lib/metrics/record.ts'
import type { Period } from '#lib/metrics/report.ts'
import { tracedCauses, tracedIn } from '#lib/metrics/traced.ts'
import type { Bar } from './bars.tsx'
import type { Picture } from './figures-view.tsx'

/** What the pictures of the time after are made from. */
export interface PicturedLater {
  /** The handoffs submitted in the period. */
  readonly within: readonly HandoffRecord[]
  /** Those at hand, also from before: of them, many have their day within the period. */
  readonly all: readonly HandoffRecord[]
  readonly period: Period
  readonly grouping: Grouping
  readonly formats: Formats
}

/** What became of deals, customers and the methodology after handoffs. */
export function laterPictures(pictured: PicturedLater): readonly Picture[] {
  return [coverage(pictured), moved(pictured), customers(pictured), traced(pictured)]
}

/** How much of the methodology was known when it was sent and when it was accepted, where both are known. */
function coverage({ within, grouping, formats }: PicturedLater): Picture {
  const kinds: Readonly<Record<string, string>> = kindWords
  return {
    title: `Methodology covered by ${grouping}`,
    counted: 'When accepted, and when first sent',
    none: 'No accepted handoff tells of a methodology yet.',
    bars: groupedBy(within, grouping).flatMap(({ key, label, handoffs }): Bar[] => {
      const known = handoffs.flatMap(({ aftermath }) => {
        const { sent = null, accepted = null } = aftermath?.coverage ?? {}
        return sent === null || accepted === null ? [] : [{ sent, accepted }]
      })
      const accepted = mean(known.map((one) => one.accepted))
      const sent = mean(known.map((one) => one.sent))
      if (accepted === null || sent === null) return []
      return [
        {
          key,
          label: (grouping === 'kind' ? kinds[key] : label) || 'Nobody yet',
          value: accepted,
          shown: `${percent(accepted, formats)}, when sent: ${percent(sent, formats)}`,
        },
      ]
    }),
  }
}

/** How deals have moved: stage, amount and close date, held against the acceptance. */
function moved({ all, period, formats }: PicturedLater): Picture {
  return {
    title: 'Deals 30 and 90 days after the acceptance',
    counted: 'In another stage than when accepted, and how amount and close date have changed',
    none: 'No deal was accepted that long ago within this time. Choose a longer one.',
    bars: momentDays.flatMap((days): Bar[] => {
      const one = movedSince(all, days, period)
      if (one.stageMoved === null) return []
      const shown = [
        `${percent(one.stageMoved, formats)} of ${one.deals} in another stage`,
        ...amountWords(one, formats),
        ...dateWords(one, formats),
      ].join('; ')
      return [{ key: String(days), label: `After ${days} days`, value: one.stageMoved, shown }]
    }),
  }
}

function amountWords({ amounts }: Moved, formats: Formats): readonly string[] {
  return [...amounts].map(([currency, { accepted, later }]) =>
    accepted === later
      ? `still ${money(later, currency, formats)}`
      : `${money(accepted, currency, formats)} became ${money(later, currency, formats)}`,
  )
}

function dateWords({ closeDateLater }: Moved, formats: Formats): readonly string[] {
  if (closeDateLater === null) return []
  if (closeDateLater === 0) return ['close date as it was']
  const days = Math.abs(Math.round(closeDateLater))
  const way = closeDateLater > 0 ? 'later' : 'earlier'
  return [`close date ${number(days, formats)} ${days === 1 ? 'day' : 'days'} ${way}`]
}

/** How customers stand 90 days and a year after, as far as it was recorded. */
function customers({ all, period, formats }: PicturedLater): Picture {
  return {
    title: 'Customers 90 days and a year after the acceptance',
    counted: 'Active, at risk and left',
    none: 'For no customer has such a day come within this time. Choose a longer one.',
    bars: outcomeDays.flatMap((days): Bar[] => {
      const { counts, recorded, open } = retention(all, days, period)
      if (recorded + open === 0) return []
      const label = days === 365 ? 'After a year' : `After ${days} days`
      const part = (count: number) => percent(count / recorded, formats)
      const states = `${part(counts.active)} active, ${part(counts['at-risk'])} at risk, ${part(counts.churned)} left, of ${recorded}`
      const shown = [
        ...(recorded === 0 ? [] : [states]),
        ...(open === 0 ? [] : [`${open} not recorded`]),
      ].join('; ')
      return [
        { key: String(days), label, value: recorded === 0 ? 0 : counts.active / recorded, shown },
      ]
    }),
  }
}

/** What of the handoffs deals have suffered from. */
function traced({ all, period, formats }: PicturedLater): Picture {
  return {
    title: 'What trouble because of a handoff came from',
    counted: 'Handoffs, and the answers and steps that were named',
    none: 'Nobody has traced a lost or stalled deal or a complaint to a handoff.',
    bars: tracedCauses(tracedIn(all, period)).map(({ cause, label, handoffs, places }) => ({
      key: cause,
      label,
      value: handoffs.length,
      shown: [number(handoffs.length, formats), ...namedPlaces(places)].join(': '),
    })),
  }
}

const namedPlaces = (places: readonly string[]) =>
  places.length === 0
    ? []
    : [
        places
          .slice(0, 3)
          .map((place) => `“${place}”`)
          .join(', '),
      ]
