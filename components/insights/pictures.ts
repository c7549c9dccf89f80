import { statusWords } from '#components/inbox/status-words.ts'
import { type Formats, number } from '#components/ui/formats.ts'
import { questionsOf } from '#lib/handoff/prefill.ts'
import type { OverviewEvent, OverviewItem, StageEntry } from '#lib/handoff/overview-item.ts'
import type { Template } from '#lib/handoff/template.ts'
import {
  declineTally,
  mostClarified,
  reasonLabels,
  scorecards,
  timeByStatus,
} from '#lib/metrics/friction.ts'
import { groupedBy, type Grouping } from '#lib/metrics/groups.ts'
import { stageSpeed } from '#lib/metrics/velocity.ts'
import { dealName } from '#components/inbox/inbox-row.tsx'
import { kindWords } from '#components/inbox/kind-words.ts'
import type { Picture } from './figures-view.tsx'

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
    byGroup(pictured),
    declines(pictured),
    clarified(pictured),
    times(pictured),
    speed(pictured),
    gaps(pictured),
  ]
}

const groupTitles: Readonly<Record<Grouping, string>> = {
  kind: 'Handoffs by kind',
  variant: 'Handoffs by variant',
  sender: 'Handoffs by sender',
  recipient: 'Handoffs by recipient',
}

function byGroup({ items, grouping, formats }: Pictured): Picture {
  const kinds: Readonly<Record<string, string>> = kindWords
  return {
    title: groupTitles[grouping],
    counted: 'Handoffs',
    none: 'No handoff was submitted in this time.',
    bars: groupedBy(items, grouping).map(({ key, label, handoffs }) => ({
      key,
      label: (grouping === 'kind' ? kinds[key] : label) || 'Nobody yet',
      value: handoffs.length,
      shown: number(handoffs.length, formats),
    })),
  }
}

function declines({ items, templates, formats }: Pictured): Picture {
  const labels = reasonLabels(templates)
  return {
    title: 'Why handoffs were declined',
    counted: 'Times',
    none: 'Nothing was declined.',
    bars: declineTally(items).map(({ key, count }) => ({
      key,
      label: labels.get(key) ?? key,
      value: count,
      shown: number(count, formats),
    })),
  }
}

function clarified({ events, templates, formats }: Pictured): Picture {
  const labels = new Map(
    templates.flatMap((template) => questionsOf(template).map(({ key, label }) => [key, label])),
  )
  return {
    title: 'Asked about most',
    counted: 'Questions',
    none: 'Nobody asked about an answer.',
    bars: mostClarified(events).map(({ key, count }) => ({
      key,
      label: labels.get(key) ?? key,
      value: count,
      shown: number(count, formats),
    })),
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
    counted: 'Completeness, rating and the weakest axis',
    none: 'Nothing that was rated stands out.',
    bars: scorecards(items)
      .filter(({ gap }) => gap > 0.15)
      .map(({ handoffId, completeness, rating, weakest, gap }) => ({
        key: handoffId,
        label: names.get(handoffId) ?? handoffId,
        value: gap,
        shown: `${Math.round(completeness * 100)}% complete, ${number(rating, formats)} of 5 (${weakest})`,
      })),
  }
}
