import type { ReactNode } from 'react'
import type { DeclineOutcome, Handoff, Status } from '#lib/handoff/handoff.ts'
import type { Template } from '#lib/handoff/template.ts'
import { reasonsGiven } from '#lib/handoff/decline-reason.ts'
import { openQuestionsIn } from '#lib/handoff/clarifications.ts'
import { isResting } from '#lib/handoff/resting.ts'
import { isUndecided } from '#lib/handoff/undecided.ts'
import { day, type Formats, moment, money } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { Pill, type Tone } from '#components/ui/pill.tsx'
import { clockOfPacket } from './clock-of-packet.ts'
import { ReadingLine } from './reading-line.tsx'
import { statusWords } from './status-words.ts'
import styles from './packet.module.css'

interface StandingProps {
  readonly handoff: Handoff
  readonly template: Template | undefined
  readonly formats: Formats
  /** Milliseconds since 1970. */
  readonly now: number
  /** What else is known of it. */
  readonly children?: ReactNode
}

const tones = {
  draft: 'calm',
  submitted: 'accent',
  clarification: 'warning',
  declined: 'warning',
  accepted: 'good',
  'in-transition': 'good',
  completed: 'good',
  cancelled: 'calm',
} as const satisfies Record<Status, Tone>

/** How a handoff stands: its status and number, between whom, and what was decided or is due. */
export function Standing({ handoff, template, formats, now, children }: StandingProps) {
  const { status, amount, currency, name, outgoing, incoming } = handoff
  const { timeZone } = formats
  const rests = isResting(handoff, { timeZone, now: new Date(now).toISOString() })
  return (
    <div className={styles['standing']}>
      <p>
        <Pill tone={tones[status]}>{wordsOf(handoff, rests)}</Pill> {name}
        {amount !== null && ` · ${money(amount, currency, formats)}`}
      </p>
      <p>
        From <Name>{outgoing.name}</Name>
        {incoming !== null && (
          <>
            {' '}
            to <Name>{incoming.name}</Name>
          </>
        )}
      </p>
      <ReadingLine {...{ handoff, template, formats }} />
      {children}
      {handoff.recipientLeft && isUndecided(handoff) && (
        <p className={styles['overdue']}>
          <Name>{incoming?.name ?? ''}</Name> has left: nobody decides until it is reassigned
        </p>
      )}
      <Clock {...{ handoff, formats, now }} />
      <Decided {...{ handoff, template, formats, rests }} />
    </div>
  )
}

function Clock({ handoff, formats, now }: Omit<StandingProps, 'template'>) {
  const { status } = handoff
  if (!isUndecided(handoff)) return null
  const owed = openQuestionsIn(handoff).length
  if (status === 'clarification' && owed > 0) {
    const asked = owed === 1 ? 'One question waits' : `${owed} questions wait`
    return (
      <p>
        {asked} for <Name>{handoff.outgoing.name}</Name>; the clock of the decision stands still
      </p>
    )
  }
  const { words, state, at } = clockOfPacket(handoff, { now, formats })
  if (at === null) return null
  return (
    <p className={state === 'overdue' ? styles['overdue'] : undefined}>
      Decision {words} · {moment(at, formats)}
    </p>
  )
}

const declinedWords = {
  'fix-and-resubmit': statusWords.declined,
  recycle: 'Declined: rests for now',
  close: 'Declined: ended',
} as const satisfies Record<DeclineOutcome, string>

function wordsOf({ status, declineOutcome }: Handoff, rests: boolean): string {
  if (status === 'declined' && declineOutcome === 'recycle' && !rests)
    return 'Declined: the rest is over'
  return status === 'declined' && declineOutcome
    ? declinedWords[declineOutcome]
    : statusWords[status]
}

interface Resting {
  readonly until: string | null
  readonly rests: boolean
}

function outcomeWords(outcome: DeclineOutcome, { until, rests }: Resting, formats: Formats) {
  if (outcome === 'fix-and-resubmit') return 'To be mended and sent again'
  if (outcome === 'close') return 'It ends here'
  if (until === null) return 'It rests'
  return `${rests ? 'It rests' : 'It was to rest'} until ${day(until, formats)}`
}

interface DecidedProps extends Omit<StandingProps, 'now'> {
  /** Whether the day is yet to come until which it is to rest. */
  readonly rests: boolean
}

function Decided({ handoff, template, formats, rests }: DecidedProps) {
  const { decidedAt, decisionComment, declineOutcome, recycleUntil = null } = handoff
  // What was said with an earlier decision stands in the log.
  if (isUndecided(handoff)) return null
  const why = reasonsGiven(handoff, template?.declineReasons)
  return (
    <>
      {decidedAt !== null && <p>Decided {moment(decidedAt, formats)}</p>}
      {declineOutcome && (
        <p>{outcomeWords(declineOutcome, { until: recycleUntil, rests }, formats)}</p>
      )}
      {why !== '' && <p>Reasons: {why}</p>}
      {decisionComment !== '' && <blockquote dir="auto">{decisionComment}</blockquote>}
    </>
  )
}
