import { firstWords } from '#lib/handoff/clip.ts'
import type { Comment } from '#lib/handoff/comment.ts'
import { useSetting } from '#components/handoff/setting.ts'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { due, moment } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { Pill } from '#components/ui/pill.tsx'
import { Spoken } from '#components/ui/spoken.tsx'
import { type Place, useDesk, useMayRemark } from './desk.ts'
import { ReplyBox } from './reply-box.tsx'
import styles from './discussion.module.css'
import packet from './packet.module.css'

interface ThreadProps {
  readonly here: (comment: Comment) => boolean
  /** What they are together, where they stand for themselves. */
  readonly title?: string
}

/** Whether a comment stands at a place. */
export function standsAt({ question, section }: Comment, place: Place): boolean {
  return question === place.question && (question !== null || section === place.section)
}

/** What was asked and remarked at a place, oldest first, each with its answers. */
export function Thread({ here: isHere, title }: ThreadProps) {
  const { comments = [] } = useDesk().handoff
  const here = comments.filter((one) => one.inReplyTo === null && isHere(one))
  if (here.length === 0) return null
  const thread = (
    <ul className={styles['thread']}>
      {here.map((comment) => (
        <Said
          key={comment.id}
          comment={comment}
          answers={comments.filter(({ inReplyTo }) => inReplyTo === comment.id)}
        />
      ))}
    </ul>
  )
  if (title === undefined) return thread
  return (
    <section className={packet['section']} aria-label={title}>
      <h2>{title}</h2>
      {thread}
    </section>
  )
}

interface SaidProps {
  readonly comment: Comment
  readonly answers: readonly Comment[]
}

function Said({ comment, answers }: SaidProps) {
  const { role, handoff, isBusy, acts } = useDesk()
  const mayRemark = useMayRemark()
  const isQuestion = comment.kind === 'clarification'
  const isOpen = comment.resolvedAt === null
  const isOwed = isQuestion && isOpen && role === 'outgoing' && handoff.status === 'clarification'
  return (
    <li data-comment={comment.id} data-kind={comment.kind} data-open={isOpen}>
      <Byline
        comment={comment}
        verb={isQuestion ? 'asks' : 'remarks'}
        settled={answers.length > 0 ? 'Answered' : 'Settled'}
      />
      <p dir="auto" className={styles['words']}>
        {comment.body}
      </p>
      {answers.map((answer) => (
        <div key={answer.id} className={styles['answer']}>
          <Byline comment={answer} verb="answers" />
          <p dir="auto" className={styles['words']}>
            {answer.body}
          </p>
        </div>
      ))}
      {isOwed && <ReplyBox comment={comment} />}
      {!isQuestion && isOpen && mayRemark && (
        <EffectButton disabled={isBusy} onPress={() => void acts.settle(comment.id)}>
          Settle
          <Spoken> “{firstWords(comment.body, 8)}”</Spoken>
        </EffectButton>
      )}
    </li>
  )
}

interface BylineProps {
  readonly comment: Comment
  readonly verb: string
  /** What it is once nobody has to see to it any more: a question may end without an answer. */
  readonly settled?: string
}

function Byline({ comment, verb, settled = '' }: BylineProps) {
  const { formats } = useSetting()
  const { author, writtenAt } = comment
  return (
    <p className={styles['byline']}>
      <span>
        <Name>{author?.name ?? 'Somebody'}</Name> {verb} · {moment(writtenAt, formats)}
      </span>
      <State {...{ comment, settled }} />
    </p>
  )
}

function State({ comment, settled }: Omit<BylineProps, 'verb'>) {
  const { now } = useDesk()
  const { formats } = useSetting()
  const { kind, resolvedAt, dueAt } = comment
  if (kind === 'answer') return null
  if (resolvedAt !== null) return <Pill tone="good">{settled}</Pill>
  if (kind === 'comment') return null
  if (dueAt === null) return <Pill tone="warning">Open</Pill>
  const { words, isOverdue } = due(dueAt, now, formats)
  return <Pill tone={isOverdue ? 'bad' : 'warning'}>{`Answer ${words}`}</Pill>
}
