import type { Commitment } from '#lib/handoff/commitment.ts'
import { promiseLimits } from '#lib/handoff/promise-limits.ts'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { WordsField } from '#components/ui/words-field.tsx'
import { DayField } from './day-field.tsx'
import { useDesk, useTyped } from './desk.ts'
import styles from './discussion.module.css'

const named = { lines: 'one', limit: promiseLimits.toWhom } as const
const boxes = ['words', 'to', 'by', 'due'].map((part) => `surprise:${part}`)

/** Whether a promise was begun here and not sent. */
export function useIsSurprised(): boolean {
  const { typed } = useDesk()
  return boxes.some((box) => box in typed)
}

const isFitting = (texts: Pick<Commitment, 'words' | 'toWhom' | 'byWhom'>) =>
  texts.words.length <= promiseLimits.words &&
  texts.toWhom.length <= promiseLimits.toWhom &&
  texts.byWhom.length <= promiseLimits.byWhom

/** A promise that the customer names and the handoff does not: it joins the ledger, and the sender sees it. */
export function SurpriseBox({ onClose }: { readonly onClose: () => void }) {
  const { isBusy, acts, handoff } = useDesk()
  const [words, setWords] = useTyped('surprise:words')
  const [toWhom, setToWhom] = useTyped('surprise:to')
  const [byWhom, setByWhom] = useTyped('surprise:by')
  const [due, setDue] = useTyped('surprise:due')
  const isEmpty = [words, toWhom, byWhom, due].every((text) => text === '')
  const texts = { words, toWhom, byWhom }
  const close = () => {
    for (const put of [setWords, setToWhom, setByWhom, setDue]) put('')
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
        limit={promiseLimits.words}
        value={words}
        onText={setWords}
      />
      <WordsField {...named} label="To whom" value={toWhom} onText={setToWhom} />
      <WordsField {...named} label="By whom" value={byWhom} onText={setByWhom} />
      <DayField label="Due" day={due} onDay={setDue} />
      <div className={styles['row']}>
        <EffectButton
          look="main"
          disabled={isBusy || words.trim() === '' || !isFitting(texts)}
          onPress={() => void send()}
        >
          Add to the promises
        </EffectButton>
        <Button onClick={close}>{isEmpty ? 'Close' : 'Drop it'}</Button>
      </div>
    </div>
  )
}
