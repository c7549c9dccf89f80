import { moneyIn } from '#lib/handoff/money.ts'
import { coverages, retentions } from './aftermath.ts'
import { coverageWords, movedWords, type Numbers, retentionWords } from './later-words.ts'
import { orNone } from './lines.ts'
import { movedSince } from './moments.ts'
import type { HandoffRecord } from './record.ts'
import { type Period, submittedIn } from './report.ts'

const numbers: Numbers = {
  percent: (share) => `${Math.round(share * 100)} %`,
  money: moneyIn,
}

/** What has become of deals and customers, for the review of a period: those count whose day has come within it. */
export function laterSections(
  handoffs: readonly HandoffRecord[],
  period: Period,
): readonly string[] {
  const covered = coverages(submittedIn(handoffs, period))
  return [
    '## Methodology covered when accepted',
    '',
    ...orNone(covered === null ? [] : [`${coverageWords(covered, numbers)}.`]),
    '',
    '## Deals since the acceptance',
    '',
    ...orNone(
      movedSince(handoffs, period).map(
        (moved) => `- After ${moved.days} days: ${movedWords(moved, numbers)}`,
      ),
    ),
    '',
    '## Customers since the acceptance',
    '',
    ...orNone(
      retentions(handoffs, period).map(
        (one) => `- After ${one.days} days: ${retentionWords(one, numbers)}`,
      ),
    ),
    '',
  ]
}
