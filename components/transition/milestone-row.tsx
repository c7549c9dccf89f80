import { useState } from 'react'
import { useSetting } from '#components/handoff/setting.ts'
import { DayField } from '#components/packet/day-field.tsx'
import { useDesk, useReopened, useTyped } from '#components/packet/desk.ts'
import discussion from '#components/packet/discussion.module.css'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { day as dayWords, type Formats, moment } from '#components/ui/formats.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Pill } from '#components/ui/pill.tsx'
import { Spoken } from '#components/ui/spoken.tsx'
import { WordsField } from '#components/ui/words-field.tsx'
import { hasNewOwner } from '#lib/handoff/follow-through.ts'
import type { Sighting } from '#lib/handoff/milestone-evidence.ts'
import type { DatedMilestone } from '#lib/handoff/transition.ts'
import type { Sides } from './phase-words.ts'
import { useSteps } from './steps.ts'
import { useHeld, useTypedDay } from './kept-boxes.ts'
import styles from './transition.module.css'

interface MilestoneRowProps {
  readonly milestone: DatedMilestone
  readonly sides: Sides
  readonly today: string
  /** What seems to have done it. */
  readonly sighting: Sighting | undefined
  /** Arranges the meeting that it is. */
  readonly onArrange: (milestone: DatedMilestone) => void
}

/** One step of the transition: when, by whom, and what became of it. */
export function MilestoneRow(props: MilestoneRowProps) {
  const { milestone, sides, today, sighting, onArrange } = props
  const { role } = useDesk()
  const { label, status, note } = milestone
  const isOpen = status === 'open'
  const [isChanging, setChanging] = useReopened(useBegun(milestone))
  return (
    <li className={styles['milestone']} data-status={status}>
      <p>
        {!isOpen && <Icon name={status === 'done' ? 'check' : 'block'} />} {label}
      </p>
      <Facts {...{ milestone, sides, today }} />
      {note !== undefined && <p dir="auto">{note}</p>}
      {isOpen && sighting && role !== null && <Sighted {...{ milestone, sighting }} />}
      {role !== null && !isChanging && (
        <Choices {...{ milestone, onArrange }} onChange={() => setChanging(true)} />
      )}
      {isChanging && <ChangeBox {...{ milestone }} onClose={() => setChanging(null)} />}
    </li>
  )
}

const boxOf = ({ key }: DatedMilestone) => `milestone:${key}`

/** Whether a change of a step that is open was begun and not sent; null where none was. */
function useBegun(milestone: DatedMilestone) {
  const box = boxOf(milestone)
  const isHeld = useHeld(box, `${box}:day`)
  return milestone.status === 'open' ? isHeld : null
}

function ownerWords({ owner }: DatedMilestone, { outgoing, incoming }: Sides): string {
  if (owner === 'both') return `${outgoing} and ${incoming}`
  if (owner === 'outgoing' || owner === 'incoming') return { outgoing, incoming }[owner]
  return owner === 'manager' ? 'the manager' : 'by itself'
}

const dayOf = (day: string | null, formats: Formats) =>
  day === null ? 'no day yet' : dayWords(day, formats)

function Facts({ milestone, sides, today }: Omit<MilestoneRowProps, 'sighting' | 'onArrange'>) {
  const { formats } = useSetting()
  const { day, status, required, doneBy } = milestone
  const isLate = status === 'open' && day !== null && day < today
  const when =
    milestone.meetingAt === undefined || status !== 'open'
      ? dayOf(day, formats)
      : moment(milestone.meetingAt, formats)
  return (
    <p className={discussion['byline']}>
      {isLate && <Pill tone="bad">Overdue</Pill>}
      {status === 'skipped' && <Pill>Not needed</Pill>}
      <span>
        {when} · {ownerWords(milestone, sides)}
        {doneBy === 'transfer' && ' · with the change of owner'}
        {!required && ' · optional'}
      </span>
    </p>
  )
}

function Sighted({
  milestone,
  sighting,
}: Pick<MilestoneRowProps, 'milestone'> & { readonly sighting: Sighting }) {
  const { formats } = useSetting()
  const { isBusy } = useDesk()
  const { change } = useSteps()
  const { key, label } = milestone
  const note = `${sighting.subject} (${dayWords(sighting.day, formats)})`
  return (
    <div className={styles['sighting']}>
      <p>
        Looks done: <q dir="auto">{sighting.subject}</q>, {dayWords(sighting.day, formats)}
      </p>
      <EffectButton disabled={isBusy} onPress={() => void change({ key, status: 'done', note })}>
        Yes, it is done<Spoken>: {label}</Spoken>
      </EffectButton>
    </div>
  )
}

interface ChoicesProps extends Pick<MilestoneRowProps, 'milestone' | 'onArrange'> {
  readonly onChange: () => void
}

const meetings: ReadonlySet<DatedMilestone['kind']> = new Set(['joint-call', 'internal-sync'])

function Choices({ milestone, onChange, onArrange }: ChoicesProps) {
  const { isBusy, handoff } = useDesk()
  const { deal } = useSetting()
  const { change } = useSteps()
  const { key, label, status, kind, doneBy } = milestone
  // Only giving the deal back opens it again.
  if (doneBy === 'transfer' && hasNewOwner(handoff, deal.owner.userId)) return null
  const to = status === 'open' ? 'done' : 'open'
  return (
    <div className={discussion['row']}>
      <EffectButton disabled={isBusy} onPress={() => void change({ key, status: to, note: '' })}>
        {to === 'done' ? 'Done' : 'Open again'}
        <Spoken>: {label}</Spoken>
      </EffectButton>
      {to === 'done' && meetings.has(kind) && (
        <Button disabled={isBusy} onClick={() => onArrange(milestone)}>
          Arrange…<Spoken>: {label}</Spoken>
        </Button>
      )}
      {to === 'done' && (
        <Button disabled={isBusy} onClick={onChange}>
          Change…<Spoken>: {label}</Spoken>
        </Button>
      )}
    </div>
  )
}

function ChangeBox({
  milestone,
  onClose,
}: Pick<ChoicesProps, 'milestone'> & { readonly onClose: () => void }) {
  const { isBusy } = useDesk()
  const { change } = useSteps()
  const { key } = milestone
  const [before] = useState(milestone.day)
  const box = boxOf(milestone)
  const [note, setNote] = useTyped(box)
  const { day, setDay, dropDay } = useTypedDay(`${box}:day`, before ?? '')
  const isMoved = day !== '' && day !== before
  const drop = () => {
    setNote('')
    dropDay()
    onClose()
  }
  const send = async (status: 'open' | 'skipped') => {
    const moved = status === 'open' && isMoved ? { day, before } : {}
    if (await change({ key, status, note, ...moved })) drop()
  }
  const isSaid = note.trim() !== ''
  return (
    <div className={discussion['box']}>
      <DayField label="Day" day={day} onDay={setDay} />
      <WordsField label="A note, or why it is not needed" value={note} onText={setNote} />
      <div className={discussion['row']}>
        <EffectButton
          look="main"
          disabled={isBusy || !(isMoved || isSaid)}
          onPress={() => void send('open')}
        >
          Save
        </EffectButton>
        <EffectButton disabled={isBusy || !isSaid} onPress={() => void send('skipped')}>
          Not needed
        </EffectButton>
        <Button onClick={drop}>{isMoved || note !== '' ? 'Drop it' : 'Cancel'}</Button>
      </div>
    </div>
  )
}
