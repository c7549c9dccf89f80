import { statusWords } from '#components/inbox/status-words.ts'
import { type Formats, number, percent } from '#components/ui/formats.ts'
import { questionsOf } from '#lib/handoff/prefill.ts'
import type { OverviewEvent, OverviewItem, StageEntry } from '#lib/handoff/overview-item.ts'
import type { Template } from '#lib/handoff/template.ts'
import {
  answerDays,
  conversion,
  declineTally,
  mostClarified,
  pulseMeans,
  reasonLabels,
  scorecards,
  type Tally,
  tally,
  timeByStatus,
} from '#lib/metrics/friction.ts'
import { mean } from '#lib/metrics/figure.ts'
import { groupedBy, type Grouping } from '#lib/metrics/groups.ts'
import type { HandoffRecord } from '#lib/metrics/record.ts'
import { stageSpeed } from '#lib/metrics/velocity.ts'
import { dealName } from '#components/inbox/inbox-row.tsx'
import { kindWords } from '#components/inbox/kind-words.ts'
import type { Bar } from './bars.tsx'
import type { Picture } from './figures-view.tsx'
import { frictionPicture, gapsPicture } from './improvement-pictures.ts'

/** What pictures are made from. */
export interface Pictured {
  readonly items: readonly OverviewItem[]
  readonly events: readonly OverviewEvent[]
  readonly stages: readonly StageEntry[]
  /** ISO 8601. */
  readonly now: string
  readonly templates: readonly Template[]
  readonly grouping: Grouping
  readonly formats: Formats
}

/** The pictures below the figures, in the order in which they are read. */
export function picturesOf({ events, ...given }: Pictured): readonly Picture[] {
  const shown = new Set(given.items.map(({ id }) => id))
  // The log at hand goes further back than what is shown.
  const pictured = { ...given, events: events.filter(({ handoffId }) => shown.has(handoffId)) }
  return [
    speed(pictured),
    byGroup(pictured),
    declines(pictured),
    delays(pictured),
    frictionPicture(pictured),
    pulse(pictured),
    sides(pictured),
    clarified(pictured),
    gapsPicture(pictured),
    times(pictured),
    gaps(pictured),
  ]
}

type Counted = Pick<Pictured, 'formats'> & { readonly labels: ReadonlyMap<string, string> }

/** What was counted, the most frequent first. */
const barsOf = (counted: readonly Tally[], { labels, formats }: Counted): readonly Bar[] =>
  counted.map(({ key, count }) => ({
    key,
    label: labels.get(key) ?? key,
    value: count,
    shown: number(count, formats),
  }))

function byGroup({ items, grouping, formats }: Pictured): Picture {
  const kinds: Readonly<Record<string, string>> = kindWords
  return {
    title: `Handoffs by ${grouping}`,
    counted: 'Handoffs, and what became of them',
    none: 'No handoff was submitted in this time.',
    bars: groupedBy(items, grouping).map(({ key, label, handoffs }) => ({
      key,
      label: (grouping === 'kind' ? kinds[key] : label) || 'Nobody yet',
      value: handoffs.length,
      shown: becomeOf(handoffs, formats),
    })),
  }
}

/** How many there are, and the parts that were accepted, have advanced since, and were won since. */
function becomeOf(handoffs: readonly HandoffRecord[], formats: Formats): string {
  const { accepted, advanced, won } = conversion(handoffs)
  const part = (count: number) => percent(count / handoffs.length, formats)
  return `${number(handoffs.length, formats)}: ${part(accepted)} accepted, ${part(advanced)} advanced, ${part(won)} won`
}

function declines({ items, events, templates, formats }: Pictured): Picture {
  return {
    title: 'Why handoffs were declined',
    counted: 'Times',
    none: 'Nothing was declined.',
    bars: barsOf(declineTally(items), { labels: reasonLabels(templates, events), formats }),
  }
}

function delays({ items, formats }: Pictured): Picture {
  const reasons = items.map(({ delayReason }) => delayReason).filter(Boolean)
  return {
    title: 'Why decisions came late',
    counted: 'Times',
    none: 'No reason was given.',
    bars: barsOf(tally(reasons), { labels: new Map(), formats }),
  }
}

const pulseWords = [
  ['repeat', 'They had to repeat themselves'],
  ['delay', 'It cost them time'],
  ['consistent', 'Everybody told them the same'],
] as const

/** Marks from 1 to 5 by what they were given for, as far as there are some. */
function marked(
  words: readonly (readonly [string, string])[],
  means: Readonly<Record<string, number | null>>,
  formats: Formats,
): readonly Bar[] {
  return words.flatMap(([key, label]) => {
    const value = means[key] ?? null
    if (value === null) return []
    const shown = `${number(Math.round(value * 10) / 10, formats)} of 5`
    return [{ key, label, value, shown }]
  })
}

/** What customers answered to the three questions, from 1 to 5. */
function pulse({ items, formats }: Pictured): Picture {
  return {
    title: 'What customers say',
    counted: 'Of 5',
    none: 'No customer has answered yet.',
    bars: marked(pulseWords, pulseMeans(items), formats),
  }
}

const sideWords = [
  ['start', 'Senders: in good hands from the start'],
  ['manager', 'Managers: it went well'],
] as const

/** What senders and managers rated, beside the recipients, whose rating is a figure of its own. */
function sides({ items, formats }: Pictured): Picture {
  const meanOf = (axis: string) => mean(items.flatMap(({ ratings }) => ratings[axis] ?? []))
  return {
    title: 'What senders and managers say',
    counted: 'Of 5',
    none: 'None of them has rated yet.',
    bars: marked(sideWords, { start: meanOf('start'), manager: meanOf('manager') }, formats),
  }
}

function clarified({ events, templates, formats }: Pictured): Picture {
  const labels = new Map(
    templates.flatMap((template) => questionsOf(template).map(({ key, label }) => [key, label])),
  )
  const waits = answerDays(events)
  return {
    title: 'Asked about most',
    counted: 'Questions, and how long half of the answers took at most',
    none: 'Nobody asked about an answer.',
    bars: barsOf(mostClarified(events), { labels, formats }).map((bar) => {
      const days = waits.get(bar.key)
      const after = days === undefined ? '' : `, answered after ${daysIn(days, formats)}`
      return Object.assign({}, bar, { shown: bar.shown + after })
    }),
  }
}

function times({ events, now, formats }: Pictured): Picture {
  return {
    title: 'Time in each status',
    counted: 'Days, half of them longer',
    none: 'Nothing has moved in this time.',
    bars: timeByStatus(events, now).map(({ status, medianDays }) => ({
      key: status,
      label: statusWords[status].manager,
      value: medianDays,
      shown: daysIn(medianDays, formats),
    })),
  }
}

/** How long deals stay in a stage under the new owner, beside how long they did under the one before. */
function speed({ items, stages, formats }: Pictured): Picture {
  const known = stageSpeed(stages, items)
  const words = (days: number | null) => (days === null ? 'not known' : daysIn(days, formats))
  return {
    title: 'Days in a stage, before and after the acceptance',
    counted: 'Days after, half of the deals longer, and before',
    none: 'No deal has gone through a whole stage yet, before or after it was accepted.',
    bars: known.map(({ stage, before, after }) => ({
      key: stage,
      label: stage,
      value: after ?? 0,
      shown: `${words(after)}, before: ${words(before)}`,
    })),
  }
}

function daysIn(days: number, formats: Formats): string {
  const rounded = Math.round(days * 10) / 10
  return `${number(rounded, formats)} ${rounded === 1 ? 'day' : 'days'}`
}

/** Complete on paper, and rated low by who received it. */
function gaps({ items, formats }: Pictured): Picture {
  const names = new Map(items.map((item) => [item.id, dealName(item)]))
  return {
    title: 'Complete on paper, rated low',
    counted: 'Completeness, rating with the weakest axis, and whether the customer had to repeat',
    none: 'Nothing that was rated stands out.',
    bars: scorecards(items)
      .filter(({ gap }) => gap > 0.15)
      .map(({ handoffId, completeness, rating, weakest, gap, repeat }) => ({
        key: handoffId,
        label: names.get(handoffId) ?? handoffId,
        value: gap,
        shown: `${Math.round(completeness * 100)}% complete, ${number(rating, formats)} of 5 (${weakest})${repeat === null ? '' : `, customer had to repeat: ${repeat} of 5`}`,
      })),
  }
}
