import { useState } from 'react'
import {
  frictionCauses,
  frictionLimit,
  frictionStepNow,
  frictionSteps,
} from '#lib/handoff/friction-report.ts'
import { moves } from '#lib/handoff/lifecycle.ts'
import { Button } from '#components/ui/button.tsx'
import { ChoiceBox } from '#components/ui/choice-box.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Field } from '#components/ui/field.tsx'
import { useFocusInside } from '#components/ui/use-focus-inside.ts'
import { WordsField } from '#components/ui/words-field.tsx'
import { useDesk, useReopened, useTyped } from './desk.ts'
import styles from './discussion.module.css'

const boxes = { words: 'friction:words', step: 'friction:step' } as const

/** What holds or held the handoff up, for everybody who has a part in it: one press on the cause reports it. */
export function ReportFriction() {
  const { handoff, role, typed } = useDesk()
  const isBegun = Object.values(boxes).some((box) => box in typed)
  const [isOpen, setOpen] = useReopened(isBegun || null)
  if (role === null || !moves(handoff, role).includes('report-friction')) return null
  if (isOpen) return <FrictionBox onClose={() => setOpen(null)} />
  return (
    <div>
      <Button look="link" icon="alert" onClick={() => setOpen(true)}>
        Report what held it up
      </Button>
    </div>
  )
}

interface FrictionBoxProps {
  readonly onClose: () => void
}

function FrictionBox({ onClose }: FrictionBoxProps) {
  const { handoff, acts } = useDesk()
  const [words, setWords] = useTyped(boxes.words)
  const [chosen, setStep] = useTyped(boxes.step)
  const step = chosen === '' ? frictionStepNow(handoff) : chosen
  // What stands there already was opened by nobody just now.
  const [isNew] = useState(words === '' && chosen === '')
  const frame = useFocusInside<HTMLElement>(isNew)
  const close = () => {
    setWords('')
    setStep('')
    onClose()
  }
  return (
    <section ref={frame} className={styles['box']} aria-label="Report what held it up">
      <Field label="At which step?">
        {(names) => (
          <ChoiceBox
            names={names}
            choices={frictionSteps(handoff).map(({ step: value, label }) => ({ value, label }))}
            value={step}
            onChoice={setStep}
          />
        )}
      </Field>
      <WordsField
        label="What happened"
        hint="Everybody who can open this handoff reads it in its log."
        limit={frictionLimit}
        value={words}
        onText={setWords}
      />
      <Causes
        words={words}
        onCause={async (cause) => {
          if (await acts.report({ step, cause, words })) close()
        }}
      />
      <div className={styles['row']}>
        <Button onClick={close}>{words === '' ? 'Close' : 'Drop it'}</Button>
      </div>
    </section>
  )
}

interface CausesProps {
  readonly words: string
  readonly onCause: (cause: string) => Promise<void>
}

/** What can hold it up, each a press away from being reported. */
function Causes({ words, onCause }: CausesProps) {
  const { isBusy } = useDesk()
  const isTooLong = words.length > frictionLimit
  return (
    <fieldset className={styles['causes']}>
      <legend>What held it up? One press reports it.</legend>
      {frictionCauses.map(({ code, label }) => (
        <EffectButton
          key={code}
          disabled={isBusy || isTooLong || (code === 'OTHER' && words.trim() === '')}
          onPress={() => void onCause(code)}
        >
          {code === 'OTHER' ? `${label}, as written above` : label}
        </EffectButton>
      ))}
    </fieldset>
  )
}
