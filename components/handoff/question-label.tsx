import { type ReactNode, useState } from 'react'
import { IconButton } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Pill } from '#components/ui/pill.tsx'
import { Spoken } from '#components/ui/spoken.tsx'
import type { QuestionAssessment } from '#lib/handoff/assessment.ts'
import type { Question } from '#lib/handoff/question.ts'
import type { Severity } from '#lib/handoff/severity.ts'
import type { Tier } from '#lib/handoff/tier.ts'
import styles from './question-view.module.css'

interface QuestionLabelProps {
  readonly question: Question
  readonly labelId: string
  readonly standing: QuestionAssessment | undefined
  /** Where the answer comes from. */
  readonly source: ReactNode
}

const demands = {
  'blocks-submit': 'blocks submit',
  'blocks-accept': 'blocks accept',
  warns: 'worth adding',
} as const satisfies Record<Severity, string>

const readers = {
  me: 'stays with you',
  recipient: 'read by the recipient only',
  'account-team': 'read by the account team',
  everyone: 'read by everyone',
} as const satisfies Record<Tier, string>

/** A question's words, how much an answer matters, where it comes from, who will read it, and help on demand. */
export function QuestionLabel({ question, labelId, standing, source }: QuestionLabelProps) {
  const [isHelping, setHelping] = useState(false)
  const isNarrow = question.tier === 'me' || question.tier === 'recipient'
  return (
    <>
      <div className={styles['heading']}>
        <h3 id={labelId} className={styles['label']}>
          {question.label}
        </h3>
        <span className={styles['state']}>
          <Standing standing={standing} />
          <IconButton
            icon="help"
            label={`Help: ${question.label}`}
            aria-expanded={isHelping}
            onClick={() => setHelping(!isHelping)}
          />
        </span>
      </div>
      {isHelping && (
        <div className={styles['help']}>
          <p>{question.help}</p>
          <p>
            <em>Example:</em> {question.example}
          </p>
        </div>
      )}
      <div className={styles['meta']}>
        {source}
        <span className={styles['tier']}>
          {isNarrow && <Icon name="lock" />}
          {readers[question.tier]}
        </span>
      </div>
    </>
  )
}

function Standing({ standing }: Pick<QuestionLabelProps, 'standing'>) {
  if (!standing) return null
  const { demand, satisfied, answered } = standing
  if (demand && !satisfied) {
    return (
      <Pill tone={demand.severity === 'warns' ? 'calm' : 'warning'}>
        {demands[demand.severity]}
      </Pill>
    )
  }
  return answered ? (
    <span className={styles['met']}>
      <Icon name="check" />
      <Spoken>answered</Spoken>
    </span>
  ) : null
}
