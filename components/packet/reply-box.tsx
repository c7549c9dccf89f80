import { useId, useState } from 'react'
import type { Answer } from '#lib/handoff/answer.ts'
import { openQuestionsIn } from '#lib/handoff/clarifications.ts'
import { wordsLimit } from '#lib/handoff/field-length.ts'
import type { Comment } from '#lib/handoff/comment.ts'
import { AnswerEditor } from '#components/handoff/answer-editor.tsx'
import { given, valueOf } from '#components/handoff/answering.ts'
import { Findings } from '#components/handoff/findings.tsx'
import { useSetting } from '#components/handoff/setting.ts'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { WordsField } from '#components/ui/words-field.tsx'
import { useFocusInside } from '#components/ui/use-focus-inside.ts'
import { useDesk, useTyped } from './desk.ts'
import { Happens } from './happens.tsx'
import { useQuestion } from './question-at.ts'
import styles from './discussion.module.css'

interface ReplyBoxProps {
  readonly comment: Comment
}

/** Where the sender answers a question of the recipient: the answer itself can be changed in place, and a word goes back. */
export function ReplyBox({ comment }: ReplyBoxProps) {
  const { handoff, isBusy, acts, assess } = useDesk()
  const [words, setWords] = useTyped(`reply:${comment.id}`)
  const edited = useEdited(comment)
  const { answer, isOpen } = edited
  const key = comment.question ?? ''
  const findings = answer === null ? [] : assess(key, answer)
  const isBlocked = findings.some(({ severity }) => severity === 'blocks-submit')
  const send = async () => {
    const changes = answer === null ? {} : { [key]: answer }
    if (!(await acts.reply(comment.id, words, changes))) return
    setWords('')
    edited.put('')
  }
  return (
    <div className={styles['box']}>
      <WordsField label="Your answer" needed value={words} onText={setWords} />
      {isOpen ? (
        <ChangeAnswer {...{ comment, answer }} isNew={edited.wasOpened} onAnswer={edited.change} />
      ) : (
        <Button look="link" icon="edit" onClick={edited.open}>
          Change what the handoff says
        </Button>
      )}
      {openQuestionsIn(handoff).length === 1 && (
        <Happens status="submitted" title="With this last answer, this happens besides:" />
      )}
      <Findings id={`reply-${comment.id}`} findings={findings} />
      <div className={styles['row']}>
        <EffectButton
          look="main"
          disabled={isBusy || isBlocked || words.trim() === '' || words.length > wordsLimit}
          onPress={() => void send()}
        >
          Send the answer
        </EffectButton>
      </div>
    </div>
  )
}

/** What was put there: what is typed goes with the version of Segue that has kept it, so nobody else has written it. */
const answerIn = (text: string): Answer => JSON.parse(text)

/** The answer as the sender is changing it, kept until it is sent. */
function useEdited({ id, question }: Comment) {
  const [text, put] = useTyped(`edit:${id}`)
  const [wasOpened, setOpened] = useState(false)
  const kept = text === '' ? null : answerIn(text)
  return {
    answer: kept,
    wasOpened,
    isOpen: question !== null && (wasOpened || kept !== null),
    open: () => setOpened(true),
    change: (answer: Answer | null) => put(answer === null ? '' : JSON.stringify(answer)),
    put,
  }
}

interface ChangeAnswerProps {
  readonly comment: Comment
  readonly answer: Answer | null
  /** It was opened just now, by who goes on in it. */
  readonly isNew: boolean
  readonly onAnswer: (answer: Answer | null) => void
}

function ChangeAnswer({ comment, answer, isNew, onAnswer }: ChangeAnswerProps) {
  const setting = useSetting()
  const id = useId()
  const question = useQuestion(comment.question)
  const frame = useFocusInside(isNew)
  const before = useDesk().handoff.packet?.answers[comment.question ?? '']
  if (!question) return null
  const names = { 'aria-label': question.label, 'aria-describedby': `${id}-now` }
  return (
    <div data-answer ref={frame} className={styles['change']}>
      <p id={`${id}-now`} className={styles['soft']}>
        In the handoff: {question.label}
      </p>
      <AnswerEditor
        {...{ question, names }}
        value={valueOf(answer ?? before)}
        findings={[]}
        onValue={(value) => onAnswer(value && given({ question, value, before }, setting))}
      />
      {answer !== null && (
        <Button look="link" onClick={() => onAnswer(null)}>
          Leave it as it was
        </Button>
      )}
    </div>
  )
}
