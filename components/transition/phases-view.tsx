import { useState } from 'react'
import { useSetting } from '#components/handoff/setting.ts'
import { DayField } from '#components/packet/day-field.tsx'
import { useDesk } from '#components/packet/desk.ts'
import packet from '#components/packet/packet.module.css'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { day as dayWords } from '#components/ui/formats.ts'
import { dayAfter } from '#lib/handoff/business-time.ts'
import { leadSentence } from '#lib/handoff/phases.ts'
import type { Phase } from '#lib/handoff/transition.ts'
import { DayStrip } from './day-strip.tsx'
import { PhaseEditor } from './phase-editor.tsx'
import { phaseSentence, phaseWords, type Sides } from './phase-words.ts'
import { useSteps } from './steps.ts'
import styles from './transition.module.css'

interface PhasesViewProps {
  readonly phases: readonly Phase[]
  readonly sides: Sides
  readonly today: string
  /** The days hang on the day on which ownership shifts, which nobody has set yet. */
  readonly lacksDay: boolean
}

/** Who speaks to the customer, day by day. */
export function PhasesView({ phases, sides, today, lacksDay }: PhasesViewProps) {
  const { role, isBusy } = useDesk()
  const [isEditing, setEditing] = useState(false)
  const mayEdit = role !== null && phases.length > 0 && !isEditing
  return (
    <>
      <div className={packet['head']}>
        <h2>Transition</h2>
        {mayEdit && (
          <Button look="link" icon="edit" disabled={isBusy} onClick={() => setEditing(true)}>
            Change the days
          </Button>
        )}
      </div>
      {phases.length > 0 && (
        <p className={styles['leads']}>{leadSentence(phases, { ...sides, today })}</p>
      )}
      {lacksDay && <EffectiveDay />}
      {isEditing ? (
        <PhaseEditor {...{ phases, sides, today }} onClose={() => setEditing(false)} />
      ) : (
        <PhaseList {...{ phases, sides, today }} />
      )}
    </>
  )
}

function PhaseList({ phases, sides, today }: Omit<PhasesViewProps, 'lacksDay'>) {
  const { formats } = useSetting()
  if (phases.length === 0) return null
  return (
    <>
      <DayStrip {...{ phases, sides, today }} />
      <ol className={styles['phases']}>
        {phases.map((phase) => {
          const { phase: name, from, until } = phase
          const isNow = from <= today && today < until
          return (
            <li key={name} aria-current={isNow ? 'step' : undefined}>
              <strong>{phaseWords[name]}</strong> {dayWords(from, formats)} –{' '}
              {dayWords(dayAfter(until, -1), formats)}
              <span className={packet['soft']}>{phaseSentence(phase, sides)}</span>
            </li>
          )
        })}
      </ol>
    </>
  )
}

function EffectiveDay() {
  const { role, isBusy } = useDesk()
  const { setEffectiveDay } = useSteps()
  const [day, setDay] = useState('')
  if (role === null)
    return <p className={packet['soft']}>The day on which ownership shifts is not set yet.</p>
  return (
    <div className={styles['row']}>
      <DayField label="The day on which ownership shifts" day={day} onDay={setDay} />
      <EffectButton
        look="main"
        disabled={isBusy || day === ''}
        onPress={() => void setEffectiveDay(day)}
      >
        Plan from this day
      </EffectButton>
    </div>
  )
}
