import type { ReactNode } from 'react'
import type { Assessment } from '#lib/handoff/assessment.ts'
import type { Finding } from '#lib/handoff/finding.ts'
import { Button } from '#components/ui/button.tsx'
import { percent } from '#components/ui/formats.ts'
import { Announced } from '#components/ui/spoken.tsx'
import { useSetting } from './setting.ts'
import styles from './panel.module.css'

interface ProgressProps {
  readonly assessment: Assessment
  readonly labelOf: (question: string) => string
  readonly onGo: (finding: Finding) => void
  readonly onList: () => void
  /** In the place of the next thing to mend, while nobody is in a hurry. */
  readonly instead?: ReactNode
}

/** The score, how much is left, and the next thing to mend with a way to it. */
export function Progress({ assessment, labelOf, onGo, onList, instead }: ProgressProps) {
  const { formats } = useSetting()
  const { score, findings, next } = assessment
  const blocking = findings.filter(({ severity }) => severity === 'blocks-submit').length
  const left = blocking === 0 ? 'ready to submit' : `${blocking} left`
  return (
    <>
      <div className={styles['score']}>
        <meter className={styles['bar']} value={score} aria-label="Completeness">
          {percent(score, formats)}
        </meter>
        <strong>{percent(score, formats)}</strong>
        <Button look="link" onClick={onList}>
          {left}
        </Button>
      </div>
      <Announced words={`${percent(score, formats)} complete, ${left}`} />
      {instead}
      {!instead && next !== null && (
        <div className={styles['next']}>
          <p>
            <strong>Next:</strong> {next.question === null ? next.sentence : labelOf(next.question)}
          </p>
          <kbd className={styles['keys']}>Alt+↓</kbd>
          <Button look="link" aria-keyshortcuts="Alt+ArrowDown" onClick={() => onGo(next)}>
            Go
          </Button>
        </div>
      )}
    </>
  )
}
