import { dayIn } from '#lib/handoff/day.ts'
import { escapeMarkdown } from '#lib/handoff/markdown.ts'
import { moneyIn } from '#lib/handoff/money.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { Discussion } from './discussion.ts'
import { toDiscuss } from './discussion.ts'
import { declineTally, inTransition, reasonLabels } from './friction.ts'
import type { Measuring } from './indicators.ts'
import { laterSections } from './later-review.ts'
import { orNone } from './lines.ts'
import type { HandoffRecord } from './record.ts'
import type { Period, Reading } from './report.ts'
import { readings, submittedIn } from './report.ts'
import { tracedIn } from './traced.ts'

type Show = (value: number) => string
const rounded: Show = (value) => String(Math.round(value * 10) / 10)

const shows: { readonly [Unit in Reading['unit']]: Show } = {
  share: (value) => `${Math.round(value * 100)} %`,
  'business-hours': (value) => `${rounded(value)} business hours`,
  days: (value) => `${rounded(value)} days`,
  'of-five': (value) => `${rounded(value)} of 5`,
  count: rounded,
}

/** A figure in words, such as `95 %`; a dash where there is none. */
export function spokenFigure({ value, unit }: Pick<Reading, 'value' | 'unit'>): string {
  return value === null ? '–' : shows[unit](value)
}

const verdict = ({ meetsTarget }: Reading) =>
  meetsTarget === null ? '' : meetsTarget ? 'met' : 'missed'

function figureRow(reading: Reading): string {
  const { label, unit, target, count } = reading
  const goal = target === null ? '' : shows[unit](target)
  return `| ${label} | ${spokenFigure(reading)} | ${goal} | ${verdict(reading)} | ${count} |`
}

function discussionLine({ handoffId, because }: Discussion, names: ReadonlyMap<string, string>) {
  return `- ${names.get(handoffId) ?? escapeMarkdown(handoffId)}: ${because.map(escapeMarkdown).join('; ')}`
}

/** A handoff by its deal, as far as that is to be seen. */
function nameOf({ name, opportunityName, accountName }: HandoffRecord): string {
  const deal = escapeMarkdown(opportunityName || accountName)
  return deal === '' ? escapeMarkdown(name) : `${deal} (${escapeMarkdown(name)})`
}

function moving(list: readonly HandoffRecord[]): string {
  const { count, sums } = inTransition(list)
  const worth = [...sums].map(([currency, sum]) => moneyIn(sum, currency))
  const words = `${list.length} submitted, ${count} in transition`
  return worth.length === 0 ? `${words}.` : `${words} worth ${worth.join(' and ')}.`
}

/** What a review needs beside the handoffs: the templates name the reasons, and the log those that no template knows. */
interface Reviewing extends Measuring {
  readonly templates: readonly Pick<Template, 'declineReasons'>[]
  readonly events?: Parameters<typeof reasonLabels>[1]
  /** Parts of the review that are written elsewhere, line by line. */
  readonly more?: readonly string[]
}

/** The review of a period as Markdown: the figures, why handoffs were declined, and which to talk about. */
export function reviewMarkdown(
  handoffs: readonly HandoffRecord[],
  period: Period,
  { templates, events, more = [], ...measuring }: Reviewing,
): string {
  const list = submittedIn(handoffs, period)
  const discussed = [...new Set([...list, ...tracedIn(handoffs, period)])]
  const names = new Map(discussed.map((one) => [one.id, nameOf(one)]))
  const labels = reasonLabels(templates, events)
  const declines = declineTally(list).map(
    ({ key, count }) => [labels.get(key) ?? key, count] as const,
  )
  const day = (at: string) => dayIn(measuring.calendar.timeZone, at)
  return [
    `# Handoffs from ${day(period.from)} to ${day(period.to)}`,
    '',
    moving(list),
    '',
    '| figure | value | target | | handoffs |',
    '|---|---|---|---|---|',
    ...readings(list, measuring).map(figureRow),
    '',
    ...laterSections(handoffs, period),
    '## Why handoffs were declined',
    '',
    ...orNone(declines.map(([reason, count]) => `- ${escapeMarkdown(reason)}: ${count}`)),
    '',
    ...more,
    '## To discuss',
    '',
    ...orNone(toDiscuss(discussed, measuring).map((one) => discussionLine(one, names))),
    '',
  ].join('\n')
}
