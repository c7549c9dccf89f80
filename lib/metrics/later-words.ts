import type { Coverages, Retention } from './aftermath.ts'
import type { Moved } from './moments.ts'

/** How numbers are written where the words are read. */
export interface Numbers {
  readonly percent: (share: number) => string
  readonly money: (amount: number, currency: string) => string
}

/** How much of the methodology was covered, such as "82%, when sent: 74%". */
export const coverageWords = ({ accepted, sent }: Coverages, { percent }: Numbers) =>
  `${percent(accepted)}, when sent: ${percent(sent)}`

/** How customers stand, such as "90% active, 10% at risk, 0% left, of 20; 3 not recorded". */
export function retentionWords({ counts, recorded, open }: Retention, { percent }: Numbers) {
  const part = (count: number) => percent(count / recorded)
  const states = `${part(counts.active)} active, ${part(counts['at-risk'])} at risk, ${part(counts.churned)} left, of ${recorded}`
  const lacking = `${open} not recorded`
  return [recorded === 0 ? [] : [states], open === 0 ? [] : [lacking]].flat().join('; ')
}

function dateWords(days: number | null): readonly string[] {
  if (days === null) return []
  const whole = Math.abs(Math.round(days))
  if (whole === 0) return ['close date as it was']
  return [`close date ${whole} ${whole === 1 ? 'day' : 'days'} ${days > 0 ? 'later' : 'earlier'}`]
}

/** How deals have moved, such as "50% of 2 in another stage; 1,000 EUR became 900 EUR; close date 5 days later". */
export function movedWords(moved: Moved, { percent, money }: Numbers): string {
  const { stageMoved, deals, amounts, closeDateLater } = moved
  return [
    `${percent(stageMoved)} of ${deals} in another stage`,
    ...[...amounts].map(([currency, { accepted, later }]) =>
      accepted === later
        ? `still ${money(later, currency)}`
        : `${money(accepted, currency)} became ${money(later, currency)}`,
    ),
    ...dateWords(closeDateLater),
  ].join('; ')
}
