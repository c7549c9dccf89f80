import type { AnswerType } from './question.ts'

/** What the template offers to choose from or to tick; undefined where it leaves that to a field, or asks for something else. */
export function choicesIn(answer: AnswerType) {
  if (answer.type === 'picklist') return answer.options
  return answer.type === 'checklist'
    ? answer.items.map(({ key, label }) => ({ value: key, label }))
    : undefined
}

/** What people read for the choice of a pick-list or the item of a checklist: its label, else the value itself. */
export const choiceLabel = (answer: AnswerType, value: string): string =>
  choicesIn(answer)?.find((choice) => choice.value === value)?.label || value

/** What people read for the ticked items of a checklist: their labels, else their keys. */
export const itemLabels = (answer: AnswerType, checked: readonly string[]): readonly string[] =>
  checked.map((key) => choiceLabel(answer, key))
