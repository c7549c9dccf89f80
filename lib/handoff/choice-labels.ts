import type { AnswerType } from './question.ts'

/** What people read for the choice of a pick-list: its label, else the value itself. */
export const choiceLabel = (answer: AnswerType, value: string): string =>
  (answer.type === 'picklist' && answer.options?.find((option) => option.value === value)?.label) ||
  value

/** What people read for the ticked items of a checklist: their labels, else their keys. */
export const itemLabels = (answer: AnswerType, checked: readonly string[]): readonly string[] =>
  checked.map(
    (key) =>
      (answer.type === 'checklist' && answer.items.find((item) => item.key === key)?.label) || key,
  )
