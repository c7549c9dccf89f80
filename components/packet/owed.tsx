import { useSetting } from '#components/handoff/setting.ts'
import { Button } from '#components/ui/button.tsx'
import { due } from '#components/ui/formats.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Spoken } from '#components/ui/spoken.tsx'
import { type Clarification, openQuestionsIn } from '#lib/handoff/clarifications.ts'
import { firstWords } from '#lib/handoff/clip.ts'
import { useDesk } from './desk.ts'
import { useQuestion } from './question-at.ts'
import styles from './discussion.module.css'

/** What the recipient asks and the sender owes, each with the way to the place where it is answered. */
export function Owed() {
  const { handoff, role } = useDesk()
  const open = openQuestionsIn(handoff)
  if (role !== 'outgoing' || handoff.status !== 'clarification' || open.length === 0) return null
  const who = handoff.incoming?.name ?? 'The recipient'
  const title = `${who} asks ${open.length === 1 ? 'one question' : `${open.length} questions`}`
  return (
    <Notice tone="warning" title={title}>
      <ul className={styles['owed']}>
        {open.map((asked) => (
          <OwedQuestion key={asked.commentId} asked={asked} />
        ))}
      </ul>
      <p>The last answer gives the handoff back to be decided.</p>
    </Notice>
  )
}

function OwedQuestion({ asked }: { readonly asked: Clarification }) {
  const { formats } = useSetting()
  const { now } = useDesk()
  const question = useQuestion(asked.question)
  return (
    <li>
      <p>
        {question && <strong>{question.label}: </strong>}
        <span dir="auto">{firstWords(asked.body, 30)}</span>
      </p>
      <p className={styles['byline']}>
        {asked.dueAt !== null && <span>Answer {due(asked.dueAt, now, formats).words}</span>}
        <Button look="link" onClick={() => goTo(asked.commentId)}>
          Answer it
          <Spoken> “{firstWords(asked.body, 8)}”</Spoken>
        </Button>
      </p>
    </li>
  )
}

/** Puts the focus into the box where a question is answered. */
function goTo(commentId: string): void {
  const place = document.querySelector(`[data-comment="${CSS.escape(commentId)}"]`)
  place?.scrollIntoView({ block: 'center' })
  place?.querySelector('textarea')?.focus({ preventScroll: true })
}
