import { escapeMarkdown } from '#lib/handoff/markdown.ts'
import type { OverviewEvent } from '#lib/handoff/overview-item.ts'
import type { Template } from '#lib/handoff/template.ts'
import { gapKinds, gapsFilled, gapWords, isFilling } from './gaps-filled.ts'
import { inOneLine, orNone } from './lines.ts'
import type { Column } from './report.ts'
import { reportedFriction } from './reported-friction.ts'
import { enoughHandoffs, type Following, suggestedFor, suggestionWords } from './suggestions.ts'

/** What a review of the process goes by: the handoffs of a period with their log, and the templates they may follow. */
export interface Improving {
  readonly handoffs: readonly Following[]
  readonly events: readonly OverviewEvent[]
  readonly templates: readonly Template[]
}

function frictionLines(events: readonly OverviewEvent[]): readonly string[] {
  return reportedFriction(events).map(({ step, cause, count, words }) => {
    const newest = words === '' ? '' : ` (“${escapeMarkdown(inOneLine(words))}”)`
    return `- ${escapeMarkdown(step)}, ${escapeMarkdown(cause)}: ${count}${newest}`
  })
}

function gapLines(events: readonly OverviewEvent[]): readonly string[] {
  const gaps = gapsFilled(events)
  if (gaps.handoffs === 0) return []
  return gapKinds.map((kind) => `- ${gapWords[kind]}: ${gaps[kind]}`)
}

const writing = { share: (share: number) => `${Math.round(share * 100)} %`, count: String }

function suggestionLines({ handoffs, events, templates }: Improving): readonly string[] {
  return suggestedFor(templates, handoffs, events).flatMap(({ template, suggestions }) =>
    suggestions.map((one) => {
      const { change, because } = suggestionWords(one, writing)
      return `- ${escapeMarkdown(template.name)}: ${escapeMarkdown(`${change}. ${because}`)}`
    }),
  )
}

/** What is to be improved, as lines of a review in Markdown. */
export function improvementLines({ handoffs, events, templates }: Improving): readonly string[] {
  const known = new Set(handoffs.map(({ id }) => id))
  const own = events.filter(({ handoffId }) => known.has(handoffId))
  return [
    '## What held handoffs up',
    '',
    ...orNone(frictionLines(own), 'Nothing was reported.'),
    '',
    '## What new owners had to add after accepting',
    '',
    ...orNone(gapLines(own)),
    '',
    '## Suggestions for the templates',
    '',
    ...orNone(
      suggestionLines({ handoffs, events: own, templates }),
      `None. A template is looked at from ${enoughHandoffs} handoffs on.`,
    ),
    '',
  ]
}

const countOf = (events: readonly OverviewEvent[], isMeant: (event: OverviewEvent) => boolean) => {
  const counts = Map.groupBy(events.filter(isMeant), ({ handoffId }) => handoffId)
  return ({ id }: { readonly id: string }) => counts.get(id)?.length ?? 0
}

/** The same of each handoff, as columns of a list. */
export function improvementColumns(events: readonly OverviewEvent[]): readonly Column[] {
  return [
    ['Reports of what held it up', countOf(events, ({ friction }) => friction !== undefined)],
    ['Added by the new owner', countOf(events, isFilling)],
  ]
}
