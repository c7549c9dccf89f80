import { useMemo } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useWayBack } from '#components/ui/use-way-back.ts'
import { changedQuestions, openQuestionsIn } from '#lib/handoff/clarifications.ts'
import { firstWords } from '#lib/handoff/clip.ts'
import { reasonsGiven } from '#lib/handoff/decline-reason.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { questionsOf } from '#lib/handoff/prefill.ts'
import { redactAnswers } from '#lib/handoff/redaction.ts'
import { moves } from '#lib/handoff/lifecycle.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { Tier } from '#lib/handoff/tier.ts'
import { jumpTo } from './jump.ts'
import styles from './panel.module.css'

interface ReturnedNoticeProps {
  /** What was sent and came back. */
  readonly handoff: Handoff
  /** What it was sent with: its questions and reasons may be others since. */
  readonly sentWith: Template
  readonly template: Template
  readonly draft: Draft
  /** Only answers that this circle may read leave the computer. */
  readonly narrowest: Tier
  /** Whether the user has come from it. */
  readonly isLed?: boolean
  /** Shows the handoff as it was sent; the draft stays. */
  readonly onAsSent: () => void
  readonly onDiscard: () => void
}

/** Above a draft that mends what came back: what the recipient said and asked, and what has been changed since. */
export function ReturnedNotice(props: ReturnedNoticeProps) {
  const { handoff, sentWith, template, isLed = false, onAsSent } = props
  const back = useWayBack(isLed)
  const { decisionComment } = handoff
  const asked = openQuestionsIn(handoff)
  const labels = new Map(
    [sentWith, template].flatMap(questionsOf).map(({ key, label }) => [key, label]),
  )
  const known = [...sentWith.declineReasons, ...template.declineReasons]
  const reasons = handoff.status === 'declined' ? reasonsGiven(handoff, known) : ''
  if (!moves(handoff, 'outgoing').includes('resubmit')) return <Overtaken {...props} back={back} />
  return (
    <Notice
      tone="warning"
      title={titleOf(handoff)}
      actions={
        <Button ref={back} look="link" onClick={onAsSent}>
          See it as it was sent
        </Button>
      }
    >
      {reasons !== '' && <p>{reasons}</p>}
      {decisionComment !== '' && <blockquote dir="auto">{decisionComment}</blockquote>}
      {asked.length > 0 && (
        <ul className={styles['asked']}>
          {asked.map(({ commentId, question, body }) => (
            <li key={commentId}>
              {question !== null && (
                <Button look="link" onClick={() => jumpTo({ question })}>
                  {labels.get(question) ?? question}
                </Button>
              )}{' '}
              {body !== decisionComment && <span dir="auto">{firstWords(body, 30)}</span>}
            </li>
          ))}
        </ul>
      )}
      <Changed {...props} labels={labels} />
    </Notice>
  )
}

/** Who has sent it back. A manager may have declined it for the recipient. */
function titleOf({ status, incoming, events }: Handoff): string {
  const who = incoming?.name ?? 'The recipient'
  if (status !== 'declined') return `${who} asks`
  const declined = events?.findLast(({ kind }) => kind === 'Declined')
  return `${declined?.actor?.name ?? who} declined it`
}

interface OvertakenProps extends ReturnedNoticeProps {
  readonly back: ReturnType<typeof useWayBack>
}

/** The recipient, or whoever else, has moved it meanwhile: these changes come too late for it. */
function Overtaken({ handoff, back, onAsSent, onDiscard }: OvertakenProps) {
  return (
    <Notice
      tone="warning"
      title={`${handoff.name} has moved on`}
      actions={
        <>
          <Button ref={back} onClick={onAsSent}>
            See it as it stands
          </Button>
          <Button look="link" onClick={onDiscard}>
            Discard these changes
          </Button>
        </>
      }
    >
      <p>
        It can no longer be sent again. What you have changed since is kept here until you discard
        it.
      </p>
    </Notice>
  )
}

interface ChangedProps extends ReturnedNoticeProps {
  readonly labels: ReadonlyMap<string, string>
}

const sendings: ReadonlySet<string> = new Set(['Resubmitted', 'Clarification_Answered'])

function Changed(props: ChangedProps) {
  const { handoff, template, draft, narrowest, labels, onDiscard } = props
  const { packet } = handoff
  const changed = useMemo(() => {
    const leaving = redactAnswers(template, draft.answers, narrowest)
    return packet ? [...changedQuestions(packet.answers, leaving)] : []
  }, [packet, template, draft.answers, narrowest])
  if (packet === null) return null
  const names = changed.flatMap((key) => labels.get(key) ?? [])
  // Somebody's other computer knows nothing of a draft, and may have sent since.
  const isOlder = handoff.events?.some(({ kind, at }) => sendings.has(kind) && at > draft.createdAt)
  if (isOlder && names.length > 0)
    return (
      <>
        <p>Begun before it was last sent, this draft would set back: {names.join('; ')}.</p>
        <Button look="link" onClick={onDiscard}>
          Discard these changes
        </Button>
      </>
    )
  return (
    <p>
      {names.length === 0
        ? 'Nothing has been changed since.'
        : `Changed since: ${names.join('; ')}. The others stay as they were sent.`}
    </p>
  )
}
