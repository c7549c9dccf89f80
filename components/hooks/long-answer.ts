import { isLongText } from '#components/ui/long-text.ts'
import type { Answer } from '#lib/handoff/answer.ts'

/** Whether an answer is a long text: then each key in it is painted, and sent, before anything is drawn for it. */
export const isLongAnswer = (answer: Answer | null): boolean =>
  answer?.kind === 'given' && answer.value.type === 'text' && isLongText(answer.value.text)
