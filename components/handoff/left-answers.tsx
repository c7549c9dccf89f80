import { Notice } from '#components/ui/notice.tsx'
import { wordsOf } from '#lib/handoff/spoken-value.ts'
import type { Answers } from '#lib/handoff/answer.ts'
import { leftOver } from '#lib/handoff/change-template.ts'
import { askedAs } from '#lib/handoff/migrate.ts'
import { questionsByKey } from '#lib/handoff/questions-by-key.ts'
import type { Template } from '#lib/handoff/template.ts'

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
        {left.map((key) => {
          const question = askedFor(key, [template, ...known.toReversed()])
          const answer = answers[key]
          return (
            <div key={key}>
              <dt>{question?.label ?? key}</dt>
              <dd>
                {answer?.kind === 'given' ? wordsOf(answer.value, question?.answer) : 'Left open'}
              </dd>
            </div>
          )
        })}
      </dl>
    </Notice>
  )
}

function askedFor(key: string, templates: readonly Template[]) {
  const asked = askedAs(key)
  return templates.map((one) => questionsByKey(one).get(asked)).find(Boolean)
}
