import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { WordsField } from '#components/ui/words-field.tsx'
import { DayField } from './day-field.tsx'
import { useDesk, useTyped } from './desk.ts'
import styles from './discussion.module.css'

/** A promise that the customer names and the handoff does not: it joins the ledger, and the sender sees it. */
export function SurpriseBox({ onClose }: { readonly onClose: () => void }) {
  const { isBusy, acts, handoff } = useDesk()
  const [words, setWords] = useTyped('surprise:words')
  const [toWhom, setToWhom] = useTyped('surprise:to')
  const [byWhom, setByWhom] = useTyped('surprise:by')
  const [due, setDue] = useState('')
  const close = () => {
    for (const put of [setWords, setToWhom, setByWhom]) put('')
    onClose()
  }
  const send = async () => {
    if (await acts.surprise({ words, toWhom, byWhom, due })) close()
  }
  return (
    <div className={styles['box']}>
      <WordsField
        label="What does the customer say was promised?"
        hint={`${handoff.outgoing.name} sees it.`}
        needed
        value={words}
        onText={setWords}
      />
      <WordsField label="To whom" lines="one" value={toWhom} onText={setToWhom} />
      <WordsField label="By whom" lines="one" value={byWhom} onText={setByWhom} />
      <DayField label="Due" day={due} onDay={setDue} />
      <div className={styles['row']}>
        <EffectButton
          look="main"
          disabled={isBusy || words.trim() === ''}
          onPress={() => void send()}
        >
          Add to the promises
        </EffectButton>
        <Button onClick={close}>{words === '' ? 'Close' : 'Drop it'}</Button>
      </div>
    </div>
  )
}
