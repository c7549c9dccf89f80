import { Notice } from '#components/ui/notice.tsx'
import type { Answers } from '#lib/handoff/answer.ts'
import { leftOver } from '#lib/handoff/change-template.ts'
import { askedAs } from '#lib/handoff/migrate.ts'
import { questionsByKey } from '#lib/handoff/questions-by-key.ts'
import type { Template } from '#lib/handoff/template.ts'
import { textOf } from '#lib/handoff/value-text.ts'

interface LeftAnswersProps {
  readonly template: Template
  /** Templates that may have asked for them, the nearest last. */
  readonly known: readonly Template[]
  readonly answers: Answers
}

/** Answers that no question of the template takes any longer: kept, and shown as such. */
export function LeftAnswers({ template, known, answers }: LeftAnswersProps) {
  const left = leftOver(template, answers)
  if (left.length === 0) return null
  return (
    <Notice tone="calm" title="Answers without a question">
      <p>The template asked for these before, and does no longer. Copy what is still needed.</p>
      <dl>
        {left.map((key) => (
          <div key={key}>
            <dt>{labelOf(key, [template, ...known.toReversed()])}</dt>
            <dd>{wordsOf(answers, key)}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  )
}

function labelOf(key: string, templates: readonly Template[]): string {
  const asked = askedAs(key)
  const question = templates.map((one) => questionsByKey(one).get(asked)).find(Boolean)
  return question?.label ?? key
}

function wordsOf(answers: Answers, key: string): string {
  const answer = answers[key]
  return answer?.kind === 'given' ? textOf(answer.value) : 'Left open'
}
