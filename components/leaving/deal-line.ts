import { closeWords } from '#components/inbox/unhanded-list.tsx'
import { type Formats, money } from '#components/ui/formats.ts'
import type { Ranked } from '#lib/metrics/triage.ts'
import { reasonWords } from './reason-words.ts'

interface Setting {
  readonly formats: Formats
  /** `YYYY-MM-DD`, where the user is. */
  readonly today: string
}

/** What Salesforce says of a deal, to be read aloud. */
export function dealLine({ deal, reasons }: Ranked, { formats, today }: Setting): string {
  const { amount, currency, stage, nextStep, contacts } = deal
  const said = [
    amount === null ? '' : money(amount, currency, formats),
    stage,
    closeWords({ deal, today }, formats),
    contacts?.length ? `contacts: ${contacts.join(', ')}` : '',
    nextStep?.trim() ? `next step: ${nextStep.trim()}` : '',
    ...reasons.filter(({ why }) => !alreadySaid.has(why)).map((one) => reasonWords(one, formats)),
  ]
  return `${said.filter((one) => one !== '').join('; ')}.`
}

/** Reasons that say what stands in the line already. */
const alreadySaid: ReadonlySet<string> = new Set(['closes', 'overdue', 'won', 'one-contact'])
