import { useState } from 'react'
import { useSetting } from '#components/handoff/setting.ts'
import { Button } from '#components/ui/button.tsx'
import type { Answer, Evidence, GivenAnswer } from '#lib/handoff/answer.ts'
import { unpinned } from '#lib/handoff/pin.ts'
import type { Question } from '#lib/handoff/question.ts'
import { useEvidenceDesk } from './evidence-desk.ts'
import { EvidenceList } from './evidence-list.tsx'
import styles from './answer-evidence.module.css'

interface AnswerEvidenceProps {
  readonly question: Question
  readonly answer: Answer | undefined
  readonly onAnswer: (answer: Answer | null) => void
}

/** What backs an answer that is being written, and the way to more of it. */
export function AnswerEvidence({ question, answer, onAnswer }: AnswerEvidenceProps) {
  const desk = useEvidenceDesk()
  const given = answer?.kind === 'given' ? answer : null
  const isEvidence = question.answer.type === 'evidence'
  const canAdd = desk !== null && (given !== null || isEvidence)
  if (!canAdd && (given?.evidence.length ?? 0) === 0) return null
  return (
    <div className={styles['evidence']}>
      {given && <Given answer={given} onAnswer={onAnswer} />}
      {canAdd && (
        <Button
          look="link"
          icon="pin"
          aria-label={`Add evidence: ${question.label}`}
          onClick={() => desk.open(question.key)}
        >
          {isEvidence ? 'Pick from the history' : 'Add evidence'}
        </Button>
      )}
    </div>
  )
}

interface GivenProps {
  readonly answer: GivenAnswer
  readonly onAnswer: (answer: Answer) => void
}

/** What was taken away stands as a line until it is brought back or something else is removed. */
function Given({ answer, onAnswer }: GivenProps) {
  const { formats, lightningOrigin } = useSetting()
  const [removed, setRemoved] = useState<Evidence | null>(null)
  const isGone = removed !== null && !answer.evidence.some(({ id }) => id === removed.id)
  return (
    <>
      {answer.evidence.length > 0 && (
        <EvidenceList
          evidence={answer.evidence}
          {...{ formats, lightningOrigin }}
          onRemove={(one) => {
            setRemoved(one)
            onAnswer(unpinned(answer, one.id))
          }}
        />
      )}
      {isGone && (
        <p role="status" className={styles['removed']}>
          Evidence removed.{' '}
          <Button
            look="link"
            onClick={() => onAnswer({ ...answer, evidence: [...answer.evidence, removed] })}
          >
            Undo
          </Button>
        </p>
      )}
    </>
  )
}
