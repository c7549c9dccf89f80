import { useState } from 'react'
import type { QuestionAssessment } from '#lib/handoff/assessment.ts'
import type { Question, Severity } from '#lib/handoff/question.ts'
import { IconButton } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Tier } from '#lib/handoff/tier.ts'
import styles from './question-view.module.css'

interface QuestionLabelProps {
  readonly question: Question
  readonly labelId: string
  readonly standing: QuestionAssessment | undefined
}

const demands = {
  'blocks-submit': 'blocks submit',
  'blocks-accept': 'blocks accept',
  warns: 'worth adding',
} as const satisfies Record<Severity, string>

const readers = {
  me: 'only you',
  recipient: 'recipient only',
  'account-team': 'account team',
  everyone: '',
} as const satisfies Record<Tier, string>

/** A question's words, how much an answer matters, who will read it, and help on demand. */
export function QuestionLabel({ question, labelId, standing }: QuestionLabelProps) {
  const [isHelping, setHelping] = useState(false)
  const demand = standing?.demand && !standing.satisfied ? demands[standing.demand.severity] : ''
  return (
    <>
      <div className={styles['heading']}>
        <h4 id={labelId} className={styles['label']}>
          {question.label}
        </h4>
        {standing?.satisfied && standing.answered && <Icon name="check" />}
        <span className={styles['remarks']}>
          {readers[question.tier] !== '' && <span>{readers[question.tier]}</span>}
          {demand !== '' && <span className={styles['demand']}>{demand}</span>}
        </span>
        <IconButton
          icon="help"
          label={`Help: ${question.label}`}
          aria-expanded={isHelping}
          onClick={() => setHelping(!isHelping)}
        />
      </div>
      {isHelping && (
        <div className={styles['help']}>
          <p>{question.help}</p>
          <p>
            <em>Example:</em> {question.example}
          </p>
        </div>
      )}
    </>
  )
}
