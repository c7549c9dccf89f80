import type { Question } from './question.ts'

/** Whether a question is about colleagues: what holds of people at the customer does not hold of them. */
export const isOurs = ({ prefill = [] }: Question): boolean =>
  prefill.some(({ from }) => from === 'team')
