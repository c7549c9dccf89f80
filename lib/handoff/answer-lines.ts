import type { Answer, Value } from './answer.ts'
import type { Question } from './question.ts'
import { withRoleNames, type Worded } from './role-names.ts'
import { joined, rowSentences } from './row-sentence.ts'
import { spokenDay } from './spoken-day.ts'
import { wordsOf } from './spoken-value.ts'
import { saysSomething } from './value-text.ts'

/** One line that a reader sees, and where it stands in the packet. */
export interface Line {
  readonly text: string
  readonly question: string
  /** The question's label. */
  readonly label: string
  readonly row?: string
}

const strengthOf = (strength: string) => (strength === '' ? '' : `${strength} support`)

function personIn(person: Extract<Value, { type: 'contact' }>) {
  const { name, title, role, email, phone, strength, note } = person
  return joined([joined([name, title, role, email, phone, strengthOf(strength)]), note], ': ')
}

function unanswered(question: Question, answer: Exclude<Answer, { kind: 'given' }>): string {
  switch (answer.kind) {
    case 'none':
      return `${question.none ?? 'None'} (${answer.by.name})`
    case 'unknown-not-asked':
      return 'Not known, and not asked yet'
    case 'unknown-asked':
      return joined([
        joined(['Not known yet', answer.who === '' ? '' : `${answer.who} finds out`]),
        answer.until === '' ? '' : `by ${spokenDay(answer.until)}`,
      ])
    case 'not-applicable':
      return joined(['Does not apply', answer.why], ': ')
  }
}

/** What an answer says, a line for each row of a list; nothing when it says nothing. */
export function answerLines(
  question: Question & Worded,
  answer: Answer | undefined,
): readonly Line[] {
  if (!saysSomething(answer)) return []
  const place = { question: question.key, label: question.label }
  if (answer.kind !== 'given') return [{ ...place, text: unanswered(question, answer) }]
  const value = withRoleNames(answer.value, question.roleNames)
  if ('rows' in value) {
    return rowSentences(value)
      .filter(({ text }) => text !== '')
      .map(({ row, text }) => Object.assign({ row, text }, place))
  }
  const text = value.type === 'contact' ? personIn(value) : wordsOf(value, question.answer)
  return [{ ...place, text }]
}
