import type { KeyboardEvent } from 'react'
import { Button } from '#components/ui/button.tsx'
import { due, type Formats, money, percent } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { Pill } from '#components/ui/pill.tsx'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { statusWords } from './status-words.ts'
import styles from './inbox.module.css'

/** What can be done with a handoff in the list. */
export interface RowDeeds {
  readonly onOpen: (handoff: Handoff) => void
  readonly onAccept: (handoff: Handoff) => void
  readonly onDecline: (handoff: Handoff) => void
}

/** A handoff in the list, with what this computer is doing to it. */
export interface Listed {
  readonly handoff: Handoff
  readonly side: 'incoming' | 'outgoing'
  /** What is on its way, such as "Accepting…"; empty when nothing is. */
  readonly underWay: string
}

interface InboxRowProps extends Listed, RowDeeds {
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
  readonly formats: Formats
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Whether the person it waits for may still decide. */
export function isUndecided({ handoff, side, underWay }: Listed): boolean {
  const waits = handoff.status === 'submitted' || handoff.status === 'clarification'
  return side === 'incoming' && waits && underWay === ''
}

/** The deal's name; where the deal is private to others, whatever else names it. */
function dealName({ opportunityName, accountName, name }: Listed['handoff']): string {
  return opportunityName || accountName || name
}

/** One handoff: deal, account, amount, the other person, when it is due, how complete it is. */
export function InboxRow(props: InboxRowProps) {
  const { handoff, side, underWay, formats, now, onOpen, onAccept, onDecline } = props
  const other = side === 'incoming' ? handoff.outgoing : handoff.incoming
  const amount = handoff.amount === null ? '' : money(handoff.amount, handoff.currency, formats)
  return (
    <div className={styles['row']}>
      <button
        type="button"
        className={styles['open']}
        data-handoff={handoff.id}
        onClick={() => onOpen(handoff)}
        onKeyDown={props.onKeyDown}
      >
        <span className={styles['deal']}>
          <Name>{dealName(handoff)}</Name>
        </span>
        <span className={styles['facts']}>
          <Name>{handoff.accountName}</Name>
          {amount && <span>{amount}</span>}
        </span>
        <span className={styles['facts']}>
          <span>
            {side === 'incoming' ? 'from ' : 'to '}
            <Name>{other?.name ?? 'nobody yet'}</Name>
          </span>
          <span>{percent(handoff.completeness, formats)} complete</span>
        </span>
      </button>
      <div className={styles['side']}>
        <State {...{ handoff, side, formats, now, underWay }} />
        {isUndecided({ handoff, side, underWay }) && (
          <div className={styles['deeds']}>
            <Button onClick={() => onAccept(handoff)} aria-label={`Accept ${dealName(handoff)}`}>
              Accept
            </Button>
            <Button
              look="link"
              onClick={() => onDecline(handoff)}
              aria-label={`Decline ${dealName(handoff)}`}
            >
              Decline
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

type StateProps = Pick<InboxRowProps, 'handoff' | 'side' | 'formats' | 'now' | 'underWay'>

function State({ handoff, side, formats, now, underWay }: StateProps) {
  if (underWay !== '') return <Pill tone="accent">{underWay}</Pill>
  const status = statusWords[handoff.status]
  const isWaiting = handoff.status === 'submitted' || handoff.status === 'clarification'
  if (!isWaiting || handoff.dueAt === null) return <Pill tone={status.tone}>{status[side]}</Pill>
  const { words, isOverdue } = due(handoff.dueAt, now, formats)
  return (
    <Pill tone={isOverdue ? 'bad' : 'calm'} icon={isOverdue ? 'alert' : 'clock'}>
      {words}
    </Pill>
  )
}
