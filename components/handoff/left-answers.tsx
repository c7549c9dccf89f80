import { Notice } from '#components/ui/notice.tsx'
import type { Answers } from '#lib/handoff/answer.ts'
import { leftOver } from '#lib/handoff/change-template.ts'
import type { Template } from '#lib/handoff/template.ts'
import { textOf } from '#lib/handoff/value-text.ts'

interface LeftAnswersProps {
  readonly template: Template
  readonly answers: Answers
}

/** Answers that no question of the template takes any longer: kept, and shown as such. */
export function LeftAnswers({ template, answers }: LeftAnswersProps) {
  const left = leftOver(template, answers)
  if (left.length === 0) return null
  return (
    <Notice tone="calm" title="Answers without a question">
      <p>The template asked for these before, and does no longer. Copy what is still needed.</p>
      <dl>
        {left.map((key) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{wordsOf(answers, key)}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  )
}

function wordsOf(answers: Answers, key: string): string {
  const answer = answers[key]
  return answer?.kind === 'given' ? textOf(answer.value) : 'Left open'
}
