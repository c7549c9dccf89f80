import { kindWords } from '#components/inbox/kind-words.ts'
import { type Formats, money, number, percent } from '#components/ui/formats.ts'
import { coverages, retentions } from '#lib/metrics/aftermath.ts'
import { groupedBy, type Grouping } from '#lib/metrics/groups.ts'
import {
  coverageWords,
  movedWords,
  type Numbers,
  retentionWords,
} from '#lib/metrics/later-words.ts'
import { movedSince } from '#lib/metrics/moments.ts'
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
  const { formats } = pictured
  const numbers: Numbers = {
    percent: (share) => percent(share, formats),
    money: (amount, currency) => money(amount, currency, formats),
  }
  return [
    coverage(pictured, numbers),
    moved(pictured, numbers),
    customers(pictured, numbers),
    traced(pictured),
  ]
}

const none = 'Such a day has come for none within this time. Choose a longer one.'

/** How much of the methodology was known when it was sent and when it was accepted, where both are known. */
function coverage({ within, grouping }: PicturedLater, numbers: Numbers): Picture {
  const kinds: Readonly<Record<string, string>> = kindWords
  return {
    title: `Methodology covered, by ${grouping}`,
    counted: 'When accepted, and when first sent',
    none: 'No accepted handoff tells of a methodology yet.',
    end: 1,
    bars: groupedBy(within, grouping).flatMap(({ key, label, handoffs }): Bar[] => {
      const covered = coverages(handoffs)
      if (covered === null) return []
      const name = (grouping === 'kind' ? kinds[key] : label) || 'Nobody yet'
      return [{ key, label: name, value: covered.accepted, shown: coverageWords(covered, numbers) }]
    }),
  }
}

/** How deals have moved: stage, amount and close date, held against the acceptance. */
function moved({ all, period }: PicturedLater, numbers: Numbers): Picture {
  return {
    title: 'Deals since the acceptance',
    counted: 'In another stage than then, and how amount and close date have changed',
    none,
    end: 1,
    bars: movedSince(all, period).map((one) => ({
      key: String(one.days),
      label: `After ${one.days} days`,
      value: one.stageMoved,
      shown: movedWords(one, numbers),
    })),
  }
}

/** How customers stand 90 days and a year after, as far as it was recorded. */
function customers({ all, period }: PicturedLater, numbers: Numbers): Picture {
  return {
    title: 'Customers since the acceptance',
    counted: 'Active, at risk and left',
    none,
    end: 1,
    bars: retentions(all, period).map((one) => ({
      key: String(one.days),
      label: `After ${one.days} days`,
      value: one.recorded === 0 ? 0 : one.counts.active / one.recorded,
      shown: retentionWords(one, numbers),
    })),
  }
}

/** What of the handoffs deals have suffered from. */
function traced({ all, period, formats }: PicturedLater): Picture {
  return {
    title: 'What trouble because of a handoff came from',
    counted: 'Handoffs, and the answers and steps that were named',
    none: 'Nobody has traced a lost or stalled deal or a complaint to a handoff.',
    bars: tracedCauses(tracedIn(all, period)).map(({ cause, label, count, places }) => ({
      key: cause,
      label,
      value: count,
      shown: [number(count, formats), ...namedPlaces(places)].join(': '),
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
