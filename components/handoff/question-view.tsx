import { memo, useId, useRef } from 'react'
import type { Answer, Value } from '#lib/handoff/answer.ts'
import type { QuestionAssessment } from '#lib/handoff/assessment.ts'
import type { Finding } from '#lib/handoff/finding.ts'
import type { Question } from '#lib/handoff/question.ts'
import { AnswerEvidence } from '#components/evidence/answer-evidence.tsx'
import { AnswerEditor } from './answer-editor.tsx'
import { given, valueOf } from './answering.ts'
import { Findings } from './findings.tsx'
import { OtherAnswer, OtherAnswers } from './other-answers.tsx'
import { QuestionLabel } from './question-label.tsx'
import { useSetting } from './setting.ts'
import { SourceLine } from './source-line.tsx'
import { useKeptFocus } from './use-kept-focus.ts'
import styles from './question-view.module.css'

interface QuestionViewProps {
  readonly question: Question
  readonly answer: Answer | undefined
  readonly standing: QuestionAssessment | undefined
  readonly onAnswer: (question: string, answer: Answer | null) => void
}

/** An empty answer is missing, not wrong: nothing is red before the user has begun. */
const isWrong = ({ severity, rule }: Finding) => severity === 'blocks-submit' && rule !== 'required'

/** One question: what is asked and how much it matters, the answer with its source, and what is wrong with it. */
export const QuestionView = memo(function QuestionView(props: QuestionViewProps) {
  const { question, answer, standing, onAnswer } = props
  const setting = useSetting()
  const id = useId()
  const put = (next: Answer | null) => onAnswer(question.key, next)
  const findings = standing?.findings ?? []
  const names = {
    'aria-labelledby': `${id}-label`,
    // Some checkers cannot follow the id to a heading that is scrolled out of sight.
    'aria-label': question.label,
    'aria-describedby': `${id}-findings`,
    'aria-invalid': findings.some(isWrong),
  }
  // What backs an answer belongs to the next words too when it is emptied in between.
  const emptied = useRef<Answer>(undefined)
  const putValue = (value: Value | null) => {
    if (value === null) emptied.current = answer ?? emptied.current
    put(value && given({ question, value, before: answer ?? emptied.current }, setting))
  }
  const isOther = answer !== undefined && answer.kind !== 'given'
  const frame = useRef<HTMLDivElement>(null)
  useKeptFocus(frame)
  return (
    <div ref={frame} className={styles['question']} data-question={question.key}>
      <QuestionLabel
        {...{ question, standing, labelId: `${id}-label` }}
        source={<SourceLine question={question} answer={answer} onAnswer={put} />}
      />
      {isOther ? (
        <OtherAnswer {...{ question, answer, onAnswer: put, labelId: `${id}-label` }} />
      ) : (
        <div data-answer>
          <AnswerEditor
            {...{ question, names, value: valueOf(answer), onValue: putValue, findings }}
          />
        </div>
      )}
      <Findings id={`${id}-findings`} findings={findings.filter(({ row }) => row === undefined)} />
      <AnswerEvidence {...{ question, answer }} onAnswer={put} />
      {answer === undefined && <OtherAnswers question={question} onAnswer={put} />}
    </div>
  )
})
