import type { Line } from './answer-lines.ts'
import { doNotReopen, known } from './brief-lines.ts'
import type { Asked, BriefSource } from './brief-source.ts'
import { askedIn, redactedSource } from './brief-source.ts'
import { firstWords } from './clip.ts'
import type { Tier } from './tier.ts'

/** One thing the recipient says back before accepting. */
export interface TeachBackPrompt {
  readonly about: 'goal' | 'risk' | 'do-not-reopen'
  readonly prompt: string
  /** What the packet says, for the sender to compare with; empty when it says nothing. */
  readonly expected: readonly Line[]
}

const severityOrder = ['high', 'medium', 'low'] as const

function worstRisks(asked: readonly Asked[]): readonly Line[] {
  const rows = asked.flatMap(({ question, answer }) =>
    answer?.kind === 'given' && answer.value.type === 'risks'
      ? answer.value.rows.map((row) => ({ row, question }))
      : [],
  )
  const worst = severityOrder.find((severity) => rows.some(({ row }) => row.severity === severity))
  return rows
    .filter(({ row }) => row.severity === worst && row.risk.trim() !== '')
    .map(({ row, question }) => ({
      text: row.risk,
      row: row.id,
      question: question.key,
      label: question.label,
    }))
}

const firstNonEmpty = (...lists: readonly (readonly Line[])[]) =>
  lists.find((list) => list.length > 0) ?? []

function aboutCustomer(prompt: string, { about }: BriefSource): string {
  return prompt.replace('the customer', () => firstWords(about.accountName, 6) || 'the customer')
}

/** Three questions that only somebody who has read the packet can answer, with what the packet says to each. */
export function teachBackPrompts(source: BriefSource, reader: Tier): readonly TeachBackPrompt[] {
  const asked = askedIn(redactedSource(source, reader))
  return [
    {
      about: 'goal',
      prompt: aboutCustomer('What does the customer want to reach, and by when?', source),
      expected: firstNonEmpty(known(asked, 'success'), known(asked, 'do-not-ask')),
    },
    {
      about: 'risk',
      prompt: 'What is the biggest risk, and what will you do about it?',
      expected: firstNonEmpty(worstRisks(asked), known(asked, 'risks')),
    },
    {
      about: 'do-not-reopen',
      prompt: aboutCustomer('What must not be opened again with the customer?', source),
      expected: doNotReopen(asked),
    },
  ]
}
