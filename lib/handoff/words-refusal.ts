import { wordsLimit } from './field-length.ts'
import type { Plan } from './plan.ts'

/** The most characters of what a task or a meeting says. */
const descriptionLimit = 32_000

/** Why a move cannot be written because of words that do not fit; null while they do. Some are kept together in one field. */
export function wordsRefusal(plan: Plan): string | null {
  const { handoff, events, comments, tasks, meetings = [] } = plan
  const { decisionComment = '', saidBack = null, transition = null } = handoff
  const together = [saidBack, transition, ...events.map(({ details }) => details)]
  const words = [decisionComment, ...comments.map(({ body }) => body)]
  const texts = [...words, ...together.map((one) => JSON.stringify(one))]
  const over = Math.max(
    ...texts.map(({ length }) => length - wordsLimit),
    ...[...tasks, ...meetings].map(({ description }) => description.length - descriptionLimit),
  )
  return over > 0
    ? `Your words are longer than Salesforce takes: leave out ${over} characters.`
    : null
}
