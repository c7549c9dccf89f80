import type { Value } from './answer.ts'
import { choiceLabel, itemLabels } from './choice-labels.ts'
import { moneyIn } from './money.ts'
import type { AnswerType } from './question.ts'
import { rowSentences } from './row-sentence.ts'
import { spokenDay } from './spoken-day.ts'
import { textOf } from './value-text.ts'

/** Everything that a value says, as people write it, a line for each row of a list; the labels are those of its question. */
export function wordsOf(value: Value, answer: AnswerType = { type: 'text' }): string {
  if ('rows' in value)
    return rowSentences(value)
      .flatMap(({ text }) => text || [])
      .join('\n')
  if (value.type === 'date') return spokenDay(value.date)
  if (value.type === 'number')
    return moneyIn(value.number, (answer.type === 'number' && answer.unit) || '')
  if (value.type === 'currency') return moneyIn(value.amount, value.currency)
  if (value.type === 'picklist') return choiceLabel(answer, value.value)
  return value.type === 'checklist' ? itemLabels(answer, value.checked).join(', ') : textOf(value)
}
