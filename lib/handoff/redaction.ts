import type { Answer, Answers, Value } from './answer.ts'
import type { Packet } from './handoff.ts'
import type { Question } from './question.ts'
import { questionsByKey } from './questions-by-key.ts'
import type { Row } from './rows.ts'
import type { Template } from './template.ts'
import { mayRead } from './tier.ts'
import type { Tier } from './tier.ts'

/** Who may read an answer: as its author chose, else as the template says, and the author alone when the question is unknown. */
export function tierOf(question: Question | undefined, answer: Answer | undefined): Tier {
  const chosen = answer?.kind === 'given' ? answer.tier : undefined
  return chosen ?? question?.tier ?? 'me'
}

const withoutRemarks = (row: Row<'people'>): Row<'people'> => ({
  ...row,
  style: '',
  channel: '',
  cadence: '',
  taboos: '',
  readers: 'recipient',
})

/** Remarks about a contact go no further than this, whatever the tier of their question. */
const CONTACT_REMARKS = 'account-team'

function redactValue(value: Value, reader: Tier): Value {
  if (value.type === 'people' && value.rows.some(({ readers }) => !mayRead(readers, reader))) {
    const rows = value.rows.map((row) => (mayRead(row.readers, reader) ? row : withoutRemarks(row)))
    return { ...value, rows }
  }
  if (value.type === 'contact' && !mayRead(CONTACT_REMARKS, reader)) {
    return { ...value, note: '', strength: '' }
  }
  return value
}

function redactAnswer(answer: Answer, reader: Tier): Answer {
  if (answer.kind !== 'given') return answer
  const value = redactValue(answer.value, reader)
  // A quotation may say what was withheld.
  return value === answer.value ? answer : { ...answer, value, evidence: [] }
}

/** The answers that readers of that tier may see. A withheld answer leaves nothing behind, not even that it exists. */
export function redactAnswers(template: Template, answers: Answers, reader: Tier): Answers {
  const questions = questionsByKey(template)
  return Object.fromEntries(
    Object.entries(answers)
      .filter(([key, answer]) => mayRead(tierOf(questions.get(key), answer), reader))
      .map(([key, answer]) => [key, redactAnswer(answer, reader)]),
  )
}

/** The packet as readers of that tier may see it. The one place where text is withheld. */
export function redact(packet: Packet, template: Template, reader: Tier): Packet {
  const { since, ...own } = packet
  const answers = redactAnswers(template, packet.answers, reader)
  return { ...own, answers, ...(since && mayRead('account-team', reader) ? { since } : {}) }
}

/** The keys of answers that readers of that tier may not see, for their author to know. */
export function withheldFrom(template: Template, answers: Answers, reader: Tier): string[] {
  const visible = redactAnswers(template, answers, reader)
  return Object.keys(answers).filter((key) => !(key in visible))
}
