import { useId } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ChoiceBox } from '#components/ui/choice-box.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Radio } from '#components/ui/tick-box.tsx'
import { WordsField } from '#components/ui/words-field.tsx'
import { heardLimit } from '#lib/handoff/field-length.ts'
import type { Template } from '#lib/handoff/template.ts'
import { type Cause, causes, harms, placeOf, placesFor } from '#lib/handoff/trace.ts'
import { causeLabel, harmLabel } from '#lib/handoff/trace-words.ts'
import { useDesk, useTyped } from './desk.ts'
import discussion from './discussion.module.css'
import styles from './packet.module.css'

const boxes = ['harm', 'cause', 'about', 'words'].map((part) => `trace:${part}`)

/** Whether something was begun here and not sent. */
export function useIsTracing(): boolean {
  const { typed } = useDesk()
  return boxes.some((box) => box in typed)
}

const offered = causes
  .filter((cause) => cause !== 'none')
  .map((value) => ({ value, label: causeLabel(value) }))

interface TraceBoxProps {
  readonly template: Template | undefined
  readonly onClose: () => void
}

/** What is being said, as it stands in the boxes. */
function useTracing(template: Template | undefined) {
  const { handoff } = useDesk()
  const [harmText, setHarm] = useTyped('trace:harm')
  const [causeText, setCause] = useTyped('trace:cause')
  const [aboutText, setAbout] = useTyped('trace:about')
  const [words, setWords] = useTyped('trace:words')
  const harm = harms.find((one) => one === harmText)
  const cause = causes.find((one) => one === causeText)
  const places = cause === undefined ? [] : placesFor(cause, handoff, template)
  // What another cause has pointed at is no place of this one.
  const about = places.some(({ key }) => key === aboutText) ? aboutText : ''
  const clear = () => {
    for (const put of [setHarm, setCause, setAbout, setWords]) put('')
  }
  const isEmpty = [harmText, causeText, words].every((text) => text === '')
  return {
    harm,
    cause,
    places,
    about,
    words,
    isEmpty,
    setHarm,
    setCause,
    setAbout,
    setWords,
    clear,
  }
}

function isWhole({ harm, cause, words }: ReturnType<typeof useTracing>): boolean {
  if (harm === undefined || cause === undefined || words.length > heardLimit) return false
  return cause !== 'other' || words.trim() !== ''
}

/** That the deal was lost, has stalled, or the customer complained, and what of the handoff it came from. */
export function TraceBox({ template, onClose }: TraceBoxProps) {
  const { isBusy, acts } = useDesk()
  const tracing = useTracing(template)
  const { harm, cause, places, about, words, isEmpty } = tracing
  const close = () => {
    tracing.clear()
    onClose()
  }
  const send = async () => {
    if (harm === undefined || cause === undefined) return
    if (await acts.trace({ harm, cause, about, words })) close()
  }
  return (
    <div className={discussion['box']}>
      <Harm harm={harm} onHarm={tracing.setHarm} />
      <Field label="What of the handoff did it come from?" needed>
        {(names) => (
          <ChoiceBox
            {...{ names, choices: offered, empty: '' }}
            value={cause ?? ''}
            onChoice={tracing.setCause}
          />
        )}
      </Field>
      {cause !== undefined && places.length > 0 && (
        <Field label={placeLabel(cause)}>
          {(names) => (
            <ChoiceBox
              {...{ names, empty: 'None in particular' }}
              choices={places.map(({ key: value, label }) => ({ value, label }))}
              value={about}
              onChoice={tracing.setAbout}
            />
          )}
        </Field>
      )}
      <WordsField
        label="In a few words"
        hint="Everybody who reads the handoff sees it."
        needed={cause === 'other'}
        limit={heardLimit}
        value={words}
        onText={tracing.setWords}
      />
      <div className={discussion['row']}>
        <EffectButton
          look="main"
          disabled={isBusy || !isWhole(tracing)}
          onPress={() => void send()}
        >
          Put it into the log
        </EffectButton>
        <Button onClick={close}>{isEmpty ? 'Close' : 'Drop it'}</Button>
      </div>
    </div>
  )
}

const placeLabel = (cause: Cause) => (placeOf(cause) === 'step' ? 'Which step?' : 'Which answer?')

interface HarmProps {
  readonly harm: string | undefined
  readonly onHarm: (harm: string) => void
}

function Harm({ harm, onHarm }: HarmProps) {
  const group = useId()
  return (
    <fieldset className={styles['mark']}>
      <legend>What happened because of the handoff?</legend>
      {harms.map((one) => (
        <Radio key={one} group={group} checked={harm === one} onChosen={() => onHarm(one)}>
          {harmLabel(one)}
        </Radio>
      ))}
    </fieldset>
  )
}
