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
  if (!isEvidence && !isWorthBacking(given)) return null
  return (
    <div className={styles['evidence']}>
      {given && <Given answer={given} onAnswer={onAnswer} />}
      {desk && (
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

/** A field of Salesforce says by itself where it is from; words and judgements are worth backing. */
function isWorthBacking(answer: GivenAnswer | null): boolean {
  if (!answer || answer.evidence.length > 0) return answer !== null
  const { provenance, value } = answer
  return provenance.from !== 'salesforce' || value.type === 'text' || value.type === 'people'
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
        <output className={styles['removed']}>
          Evidence removed.{' '}
          <Button
            look="link"
            onClick={() => onAnswer({ ...answer, evidence: [...answer.evidence, removed] })}
          >
            Undo
          </Button>
        </output>
      )}
    </>
  )
}
