import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { Assessment } from '#lib/handoff/assessment.ts'
import type { Finding } from '#lib/handoff/finding.ts'
import { questionForNow } from '#lib/handoff/one-question.ts'
import type { Template } from '#lib/handoff/template.ts'
import styles from './panel.module.css'

/** Which questions the user does not want to be asked now. */
export interface PutOff {
  readonly putOff: ReadonlySet<string>
  readonly onPutOff: (question: string) => void
}

interface OneQuestionProps extends PutOff {
  readonly template: Template
  readonly assessment: Assessment
  readonly labelOf: (question: string) => string
  readonly onGo: (finding: Finding) => void
}

/** While a deal is on its way: the one missing answer that matters most, once a visit; more only when asked for. */
export function OneQuestion(props: OneQuestionProps) {
  const { template, assessment, putOff, onPutOff, labelOf, onGo } = props
  const [asked, setAsked] = useState<string | null>(null)
  const [isDone, setDone] = useState(false)
  const best = questionForNow(template, assessment, putOff)
  // What was put off on an earlier visit may be known a moment later than the draft.
  if (!isDone && best && (asked === null || putOff.has(asked))) setAsked(best.question)
  const shown = isDone || asked === null ? undefined : stillMissing(assessment, asked)
  if (!shown)
    return (
      <div className={styles['calm']}>
        <p>That is all for now. The rest can wait until the deal is won.</p>
        {best && (
          <Button
            look="link"
            onClick={() => {
              setAsked(best.question)
              setDone(false)
              onGo(best)
            }}
          >
            One more
          </Button>
        )}
      </div>
    )
  const question = shown.question ?? ''
  return (
    <div className={styles['next']}>
      <p>
        <strong>One question:</strong> {labelOf(question)}
      </p>
      <Button
        look="link"
        onClick={() => {
          setDone(true)
          onPutOff(question)
        }}
      >
        Not now
      </Button>
      <Button look="link" onClick={() => onGo(shown)}>
        Answer
      </Button>
    </div>
  )
}

/** What is missing about a question; undefined once it is answered. */
function stillMissing({ findings, questions }: Assessment, key: string): Finding | undefined {
  if (questions[key]?.satisfied !== false) return undefined
  return findings.find(({ question }) => question === key)
}
