import type { ReactNode } from 'react'
import { day, moment } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { Pill, type Tone } from '#components/ui/pill.tsx'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import { isResting } from '#lib/handoff/resting.ts'
import { isUndecided } from '#lib/handoff/undecided.ts'
import { type ClockWords, clockWords } from './clock-words.ts'
import { type OwedWords, owedWords } from './owed-words.ts'
import type { RowSetting } from './inbox-row.tsx'
import type { Listed } from './listed.ts'
import { statusWords } from './status-words.ts'
import styles from './inbox.module.css'

interface ClockPillProps extends Omit<RowSetting, 'onDeed' | 'isPainted'> {
  readonly row: Listed
}

const tones: Readonly<Record<ClockWords['state'], Tone>> = {
  none: 'calm',
  paused: 'calm',
  running: 'calm',
  soon: 'warning',
  overdue: 'bad',
}

/** Where a handoff stands: what is being done to it, else its clock, else its status. */
export function ClockPill({ row, formats, calendar, now }: ClockPillProps) {
  const { item, group, underWay } = row
  if (underWay !== '') return <Pill tone="accent">{underWay}</Pill>
  const status = statusWords[item.status]
  const answers = group === 'answer' && item.status === 'clarification'
  const clock = isUndecided(item)
    ? clockWords(answers ? answering(item) : item, { now, formats, calendar })
    : none
  if (clock.words === '' || clock.state === 'paused') {
    const { tone, words } = standingOf(row, { formats, calendar, now })
    const standing = <Pill tone={tone}>{words}</Pill>
    return <Owed owed={owedWords(item, { now, formats })} standing={standing} />
  }
  return (
    <>
      <span title={clock.at === null ? undefined : moment(clock.at, formats)}>
        <Pill tone={tones[clock.state]} icon={clock.state === 'overdue' ? 'alert' : 'clock'}>
          {clock.words}
        </Pill>
      </span>
      {answers && <span className={styles['note']}>{status.outgoing}</span>}
    </>
  )
}

/** Where a handoff stands without a clock. A decline may send nothing back, but let it rest or end it. */
function standingOf({ item, group }: Listed, reading: Omit<ClockPillProps, 'row'>) {
  const { formats, calendar, now } = reading
  const { status, declineOutcome, recycleUntil } = item
  const { tone, ...words } = statusWords[status]
  const isDeclined = status === 'declined'
  if (isDeclined && recycleUntil && group !== 'done') {
    const { timeZone } = calendar
    return isResting(item, { timeZone, now: new Date(now).toISOString() })
      ? { tone: 'calm' as const, words: `Rests until ${day(recycleUntil, formats)}` }
      : { tone: 'warning' as const, words: 'The rest is over' }
  }
  if (isDeclined && declineOutcome === 'close')
    return { tone: 'calm' as const, words: 'Declined: ended' }
  return { tone, words: words[sides[group]] }
}

interface OwedProps {
  readonly owed: readonly OwedWords[]
  /** Shown as long as nothing is late. */
  readonly standing: ReactNode
}

function Owed({ owed, standing }: OwedProps) {
  const marks = owed.map(({ words, isLate }) =>
    isLate ? (
      <Pill key={words} tone="bad" icon="alert">
        {words}
      </Pill>
    ) : (
      <span key={words} className={styles['note']}>
        {words}
      </span>
    ),
  )
  return (
    <>
      {!owed.some(({ isLate }) => isLate) && standing}
      {marks}
    </>
  )
}

const none: ClockWords = { words: '', state: 'none', at: null }

/** As whom the reader of a group reads. */
const sides = {
  decide: 'incoming',
  answer: 'outgoing',
  escalated: 'manager',
  team: 'manager',
  transition: 'incoming',
  sent: 'outgoing',
  done: 'incoming',
} as const satisfies Record<Listed['group'], 'incoming' | 'outgoing' | 'manager'>

/** A clock of its own for the sender's answer; nothing stops it. */
const answering = ({ clarificationDueAt, dueAt }: InboxItem) => ({
  status: 'submitted' as const,
  submittedAt: null,
  dueAt: clarificationDueAt ?? dueAt,
  pauses: [],
})

function Left({ incoming }: InboxItem) {
  return (
    <span>
      <Name>{incoming?.name ?? ''}</Name> has left: give it to somebody else
    </span>
  )
}

/** Whom a decision that is long overdue has gone to, or that somebody else might decide. */
export function Late({ item, group }: Pick<Listed, 'item' | 'group'>) {
  const { late, escalatesTo } = item
  if (item.recipientLeft && isUndecided(item)) return <Left {...item} />
  if (late === 'no') return null
  const isSuggested =
    late === 'reassign' && (group === 'sent' || group === 'escalated' || group === 'team')
  if (isSuggested) return <span>Give it to somebody else?</span>
  if (group === 'escalated' || !escalatesTo) return null
  return (
    <span>
      escalated to <Name>{escalatesTo.name}</Name>
    </span>
  )
}
