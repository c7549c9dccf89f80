import type { Answer, Value } from './answer.ts'
import { choiceLabel, itemLabels } from './choice-labels.ts'
import { moneyIn } from './money.ts'
import type { Question } from './question.ts'
import { withRoleNames, type Worded } from './role-names.ts'
import { joined, rowSentences } from './row-sentence.ts'
import { spokenDay } from './spoken-day.ts'
import { saysSomething, textOf } from './value-text.ts'

/** One line that a reader sees, and where it stands in the packet. */
export interface Line {
  readonly text: string
  readonly question: string
  /** The question's label. */
  readonly label: string
  readonly row?: string
}

const unitOf = (answer: Question['answer']) => (answer.type === 'number' && answer.unit) || ''

const strengthOf = (strength: string) => (strength === '' ? '' : `${strength} support`)

function wordsOf(question: Question, value: Value): string {
  if (value.type === 'date') return spokenDay(value.date)
  if (value.type === 'number') return moneyIn(value.number, unitOf(question.answer))
  if (value.type === 'currency') return moneyIn(value.amount, value.currency)
  if (value.type === 'picklist') return choiceLabel(question.answer, value.value)
  if (value.type === 'checklist') return itemLabels(question.answer, value.checked).join(', ')
  if (value.type === 'contact') {
    const { name, title, role, strength, note } = value
    return joined([joined([name, title, role, strengthOf(strength)]), note], ': ')
  }
  return textOf(value)
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
  return [{ ...place, text: wordsOf(question, value) }]
}
