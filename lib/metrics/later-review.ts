import { outcomeDays } from '#lib/handoff/customer-outcome.ts'
import { moneyIn } from '#lib/handoff/money.ts'
import { mean } from './figure.ts'
import { retention } from './aftermath.ts'
import { momentDays, type Moved, movedSince } from './moments.ts'
import type { HandoffRecord } from './record.ts'
import { type Period, submittedIn } from './report.ts'

const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 100)} %`)

const sums = ({ amounts }: Moved, at: 'accepted' | 'later') =>
  [...amounts].map(([currency, sum]) => moneyIn(sum[at], currency)).join(', ') || '–'

function dateWords(days: number | null): string {
  if (days === null) return '–'
  if (days === 0) return 'as it was'
  return `${Math.abs(Math.round(days))} days ${days > 0 ? 'later' : 'earlier'}`
}

function movedRow(moved: Moved): string {
  const { days, deals, stageMoved, closeDateLater } = moved
  const cells = [
    `${days} days`,
    deals,
    percent(stageMoved),
    sums(moved, 'accepted'),
    sums(moved, 'later'),
    dateWords(closeDateLater),
  ]
  return `| ${cells.join(' | ')} |`
}

function coverageLine(list: readonly HandoffRecord[]): string {
  const both = list.flatMap(({ aftermath }) => {
    const { sent = null, accepted = null } = aftermath?.coverage ?? {}
    return sent === null || accepted === null ? [] : [{ sent, accepted }]
  })
  if (both.length === 0) return 'No accepted handoff tells of a methodology.'
  const [sent, accepted] = [both.map((one) => one.sent), both.map((one) => one.accepted)].map(mean)
  return `Covered when first sent: ${percent(sent ?? null)}; when accepted: ${percent(accepted ?? null)} (${both.length === 1 ? '1 handoff' : `${both.length} handoffs`}).`
}

/** What has become of deals and customers, for the review of a period: those count whose day has come within it. */
export function laterSections(
  handoffs: readonly HandoffRecord[],
  period: Period,
): readonly string[] {
  return [
    '## Methodology',
    '',
    coverageLine(submittedIn(handoffs, period)),
    '',
    '## How the deals moved after the acceptance',
    '',
    '| after | deals | in another stage | amount when accepted | amount then | close date |',
    '|---|---|---|---|---|---|',
    ...momentDays.map((days) => movedRow(movedSince(handoffs, days, period))),
    '',
    '## The customers since',
    '',
    '| after | active | at risk | left | not recorded |',
    '|---|---|---|---|---|',
    ...outcomeDays.map((days) => {
      const { counts, open } = retention(handoffs, days, period)
      return `| ${days} days | ${counts.active} | ${counts['at-risk']} | ${counts.churned} | ${open} |`
    }),
    '',
  ]
}
