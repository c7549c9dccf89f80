import type { Draft } from '#lib/handoff/draft.ts'
import type { Template } from '#lib/handoff/template.ts'
import { textOf } from '#lib/handoff/value-text.ts'

/** Everything written in a draft as plain text, to be kept elsewhere when it cannot be saved. */
export function textOfDraft(template: Template, { answers }: Draft): string {
  return template.sections
    .flatMap(({ questions }) => questions)
    .flatMap(({ key, label }) => {
      const answer = answers[key]
      return answer?.kind === 'given' ? [`${label}\n${textOf(answer.value)}`] : []
    })
    .join('\n\n')
}
