import { useId } from 'react'
import { useSetting } from '#components/handoff/setting.ts'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Radio } from '#components/ui/tick-box.tsx'
import { WordsField } from '#components/ui/words-field.tsx'
import {
  customerStates,
  outcomeDue,
  type OutcomeDays,
  outcomesIn,
  outcomesToRecord,
} from '#lib/handoff/customer-outcome.ts'
import { heardLimit } from '#lib/handoff/field-length.ts'
import { moves } from '#lib/handoff/lifecycle.ts'
import { customerWords } from './customer-words.ts'
import { useDesk, useReopened, useTyped } from './desk.ts'
import styles from './packet.module.css'

const dayWords: Readonly<Record<OutcomeDays, string>> = {
  90: 'After 90 days',
  365: 'After a year',
}

/** The day that the reader may record now, if any, and whether it is still open. */
function useAsked() {
  const { handoff, role, now } = useDesk()
  const { deal } = useSetting()
  const may = role !== null && moves(handoff, role).includes('record-outcome')
  // A deal that was handed over and not won has no customer to keep; one that is hidden may have.
  const isLost = handoff.kind === 'ae-csm' && deal.fields['Opportunity.IsWon'] === false
  if (!may || isLost) return { after: undefined, isDue: false }
  return {
    after: outcomesToRecord(handoff, now).at(-1),
    isDue: outcomeDue(handoff, now) !== null,
  }
}

/** How the customer stands 90 days and a year after the acceptance: what was recorded, and when it is due the question. */
export function OutcomeBox() {
  const { handoff, typed } = useDesk()
  const { after, isDue } = useAsked()
  const isBegun = Object.keys(typed).some((box) => box.startsWith('outcome:'))
  const [open, setOpen] = useReopened(isBegun || null)
  const said = [...outcomesIn(handoff.events)]
  if (said.length === 0 && !isDue) return null
  const isOpen = after !== undefined && (isDue || open === true)
  return (
    <section className={styles['section']} aria-label="How the customer is doing">
      <div className={styles['head']}>
        <h2>How the customer is doing</h2>
        {after !== undefined && !isOpen && (
          <Button look="link" onClick={() => setOpen(true)}>
            Record it anew
          </Button>
        )}
      </div>
      {said.length > 0 && (
        <dl>
          {said.map(([days, state]) => (
            <div key={days}>
              <dt>{dayWords[days]}</dt>
              <dd>{customerWords[state]}</dd>
            </div>
          ))}
        </dl>
      )}
      {isOpen && <Recording after={after} onDone={() => setOpen(null)} />}
    </section>
  )
}

interface RecordingProps {
  readonly after: OutcomeDays
  readonly onDone: () => void
}

function Recording({ after, onDone }: RecordingProps) {
  const { isBusy, acts } = useDesk()
  const [state, setState] = useTyped('outcome:state')
  const [words, setWords] = useTyped('outcome:words')
  const group = useId()
  const customer = customerStates.find((one) => one === state)
  const send = async () => {
    if (customer === undefined || !(await acts.record({ after, customer, words }))) return
    setState('')
    setWords('')
    onDone()
  }
  return (
    <>
      <Notice tone="calm" title={`How is the customer, ${after === 90 ? '90 days' : 'a year'} on?`}>
        <p>It goes into the log, and into the figures of the team.</p>
      </Notice>
      <fieldset className={styles['mark']}>
        <legend>The customer is</legend>
        {customerStates.map((one) => (
          <Radio key={one} group={group} checked={state === one} onChosen={() => setState(one)}>
            {customerWords[one]}
          </Radio>
        ))}
      </fieldset>
      <WordsField label="In a few words" limit={heardLimit} value={words} onText={setWords} />
      <div className={styles['actions']}>
        <EffectButton
          look="main"
          disabled={isBusy || customer === undefined || words.length > heardLimit}
          onPress={() => void send()}
        >
          Record it
        </EffectButton>
      </div>
    </>
  )
}
