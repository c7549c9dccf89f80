import type { Answer } from '#lib/handoff/answer.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Question } from '#lib/handoff/question.ts'
import { joined } from '#lib/handoff/row-sentence.ts'
import { spokenDay } from '#lib/handoff/spoken-day.ts'
import { wordsOf } from '#lib/handoff/spoken-value.ts'
import type { Template } from '#lib/handoff/template.ts'

function saidIn(answer: Answer | undefined, question: Question): string {
  if (answer?.kind === 'given') {
    const pinned = answer.evidence.map(({ title, quote }) => `${title}: ${quote}`)
    return [wordsOf(answer.value, question.answer), ...pinned].join('\n')
  }
  if (answer?.kind === 'not-applicable') return answer.why
  return answer?.kind === 'unknown-asked' ? joined([answer.who, spokenDay(answer.until)]) : ''
}

/** Everything written in a draft as plain text, to be kept elsewhere when it cannot be saved. */
export function textOfDraft(template: Template, { answers, bypass }: Draft): string {
  return template.sections
    .flatMap(({ questions }) => questions)
    .flatMap((question) => {
      const said = saidIn(answers[question.key], question)
      return said === '' ? [] : [`${question.label}\n${said}`]
    })
    .concat(bypass?.reason ?? [])
    .join('\n\n')
}
