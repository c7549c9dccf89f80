import type { MilestoneChange, MilestoneChanges } from '#lib/handoff/milestone-change.ts'
import type { Person } from '#lib/handoff/primitives.ts'
import type { DatedMilestone } from '#lib/handoff/transition.ts'
import { Button } from '#components/ui/button.tsx'
import { ChoiceBox } from '#components/ui/choice-box.tsx'
import { DayBox } from '#components/ui/day-box.tsx'
import { Spoken } from '#components/ui/spoken.tsx'
import { TickBox } from '#components/ui/tick-box.tsx'
import styles from './review.module.css'

interface TimetableProps {
  /** The steps that are still ahead, in order. */
  readonly steps: readonly DatedMilestone[]
  readonly changes: MilestoneChanges
  readonly outgoing: Person
  readonly incoming: Person | null
  readonly onChanges: (changes: MilestoneChanges) => void
}

/** What comes after the acceptance: each step with its day and whose task it becomes, to be changed before anything is written. */
export function Timetable(props: TimetableProps) {
  const { steps, changes, incoming, onChanges } = props
  if (steps.length === 0) return null
  const who = incoming?.name ?? 'the recipient'
  return (
    <section aria-label="Steps and tasks">
      <h3>Steps and tasks</h3>
      <p>
        When {who} accepts, each becomes a task with a reminder. Change what does not fit.{' '}
        {Object.keys(changes).length > 0 && (
          <Button look="link" onClick={() => onChanges({})}>
            Undo all changes
          </Button>
        )}
      </p>
      <ul className={styles['steps']}>
        {steps.map((step) => (
          <Step
            key={step.key}
            {...props}
            step={step}
            onChange={(change) =>
              onChanges({ ...changes, [step.key]: { ...changes[step.key], ...change } })
            }
          />
        ))}
      </ul>
    </section>
  )
}

interface StepProps extends TimetableProps {
  readonly step: DatedMilestone
  readonly onChange: (change: MilestoneChange) => void
}

function Step({ step, outgoing, incoming, onChange }: StepProps) {
  const { label, day, owner, required, status } = step
  const isOut = status === 'skipped'
  return (
    <li className={isOut ? styles['out'] : ''}>
      {required ? (
        <p dir="auto">{label}</p>
      ) : (
        <TickBox checked={!isOut} onChecked={(isIn) => onChange({ isLeftOut: !isIn })}>
          {label}
        </TickBox>
      )}
      {!isOut && (
        <div className={styles['pair']}>
          <label>
            <Spoken>Day: {label}</Spoken>
            <DayBox
              value={day ?? ''}
              onDay={(chosen) => chosen !== '' && onChange({ day: chosen })}
            />
          </label>
          <ChoiceBox
            names={{ 'aria-label': `Whose task: ${label}` }}
            choices={owners(owner, outgoing, incoming)}
            value={owner}
            onChoice={(chosen) => onChange({ owner: sideOf(chosen) })}
          />
        </div>
      )}
    </li>
  )
}

function owners(owner: DatedMilestone['owner'], outgoing: Person, incoming: Person | null) {
  const others = { both: 'Both', manager: 'The manager', system: 'Nobody' } as const
  return [
    { value: 'outgoing', label: outgoing.name },
    { value: 'incoming', label: incoming?.name ?? 'The recipient' },
    ...(owner === 'outgoing' || owner === 'incoming'
      ? []
      : [{ value: owner, label: others[owner] }]),
  ]
}

const sideOf = (chosen: string): MilestoneChange['owner'] =>
  chosen === 'outgoing' || chosen === 'incoming' || chosen === 'both' ? chosen : undefined
