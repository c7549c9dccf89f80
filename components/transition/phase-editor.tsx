import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import control from '#components/ui/control.module.css'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Field } from '#components/ui/field.tsx'
import { DayField } from '#components/packet/day-field.tsx'
import { useDesk } from '#components/packet/desk.ts'
import { dayAfter } from '#lib/handoff/business-time.ts'
import { phaseFindings } from '#lib/handoff/phases.ts'
import type { Phase } from '#lib/handoff/transition.ts'
import { DayStrip } from './day-strip.tsx'
import { PhaseHandle } from './phase-handle.tsx'
import { phaseWords, type Sides } from './phase-words.ts'
import { useSteps } from './steps.ts'
import styles from './transition.module.css'

interface PhaseEditorProps {
  readonly phases: readonly Phase[]
  readonly sides: Sides
  readonly today: string
  readonly onClose: () => void
}

/** What is wrong with the days, each in one sentence. */
function problemsIn(phases: readonly Phase[]): readonly string[] {
  const empty = phases.filter(({ from, until }) => from >= until)
  return [
    ...empty.map(({ phase }) => `${phaseWords[phase]} needs at least one day.`),
    ...phaseFindings(phases).map(({ sentence }) => sentence),
  ]
}

/** The days of the phases, to be dragged on the strip or typed below it. */
export function PhaseEditor({ phases: saved, sides, today, onClose }: PhaseEditorProps) {
  const { isBusy } = useDesk()
  const { setPhases } = useSteps()
  const [phases, change] = useState(saved)
  const [before] = useState(saved)
  const problems = problemsIn(phases)
  const ordered = phases.toSorted((one, other) => one.from.localeCompare(other.from))
  const save = async () => {
    if (await setPhases(ordered, before)) onClose()
  }
  return (
    <div className={styles['editor']}>
      <DayStrip {...{ sides, today }} phases={ordered}>
        {problems.length === 0 &&
          ordered.map(({ phase }, index) => (
            <PhaseHandle key={phase} phases={ordered} index={index} onPhases={change} />
          ))}
      </DayStrip>
      {phases.map((phase, at) => (
        <PhaseFields
          key={phase.phase}
          {...{ phase, sides }}
          onPhase={(next) => change(phases.map((one, index) => (index === at ? next : one)))}
        />
      ))}
      <div role="alert" className={styles['problems']}>
        {problems.length > 0 && (
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        )}
      </div>
      <div className={styles['row']}>
        <EffectButton
          look="main"
          disabled={isBusy || problems.length > 0}
          onPress={() => void save()}
        >
          Save the days
        </EffectButton>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </div>
  )
}

interface PhaseFieldsProps extends Pick<PhaseEditorProps, 'sides'> {
  readonly phase: Phase
  readonly onPhase: (phase: Phase) => void
}

function PhaseFields({ phase, sides, onPhase }: PhaseFieldsProps) {
  const { phase: name, from, until, communicationOwner } = phase
  return (
    <fieldset className={styles['fields']}>
      <legend>{phaseWords[name]}</legend>
      <DayField
        label="First day"
        day={from}
        onDay={(day) => day !== '' && onPhase({ ...phase, from: day })}
      />
      <DayField
        label="Last day"
        day={dayAfter(until, -1)}
        onDay={(day) => day !== '' && onPhase({ ...phase, until: dayAfter(day) })}
      />
      <Field label="Speaks to the customer">
        {(names) => (
          <select
            {...names}
            className={control['control']}
            value={communicationOwner}
            onChange={({ target }) =>
              onPhase({
                ...phase,
                communicationOwner: target.value === 'incoming' ? 'incoming' : 'outgoing',
              })
            }
          >
            <option value="outgoing">{sides.outgoing}</option>
            <option value="incoming">{sides.incoming}</option>
          </select>
        )}
      </Field>
    </fieldset>
  )
}
