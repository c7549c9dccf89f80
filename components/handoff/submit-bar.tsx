import { useState, useSyncExternalStore } from 'react'
import { Button } from '#components/ui/button.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Announced } from '#components/ui/spoken.tsx'
import styles from './panel.module.css'

type Saving =
  | { readonly state: 'saved' | 'saving' }
  | { readonly state: 'failed'; readonly because: string }

interface SubmitBarProps {
  /** Asked here and nowhere above: it changes at every key, and nothing else is drawn for that. */
  readonly saving: {
    readonly state: () => Saving
    readonly subscribe: (listener: () => void) => () => void
  }
  readonly canSubmit: boolean
  readonly onReview: () => void
  /** All that was typed, to be rescued when it cannot be kept. */
  readonly text: () => string
}

/** Whether what is typed is kept, and the way to sending it. */
export function SubmitBar({ canSubmit, onReview, text, ...props }: SubmitBarProps) {
  const saving = useSyncExternalStore(props.saving.subscribe, props.saving.state)
  const isLost = saving.state === 'failed'
  return (
    <footer className={styles['foot']}>
      <output className={styles['saving']} aria-live={isLost ? 'polite' : 'off'}>
        {isLost ? (
          <span className={styles['failed']}>Not saved: {saving.because} It is still here.</span>
        ) : (
          <Kept isSaved={saving.state === 'saved'} />
        )}
      </output>
      <SaidOfSaving state={saving.state} />
      {isLost && <CopyButton text={text}>Copy all</CopyButton>}
      <Button
        look={canSubmit ? 'main' : 'plain'}
        aria-keyshortcuts="Control+Enter"
        onClick={onReview}
      >
        {canSubmit ? 'Submit…' : 'Review'}
      </Button>
    </footer>
  )
}

/** What changes at every key is not read out, or it would talk over what is typed: that all is saved is said when it stays so. */
function SaidOfSaving({ state }: Pick<Saving, 'state'>) {
  const [hasTyped, setTyped] = useState(false)
  if (state === 'saving' && !hasTyped) setTyped(true)
  const isSaved = hasTyped && state === 'saved'
  return <Announced words={isSaved ? 'What you wrote is on this computer’s disk.' : ''} />
}

/** Changes at every key, so nothing is added and nothing taken away for it, and the words stay where they are. */
function Kept({ isSaved }: { readonly isSaved: boolean }) {
  return (
    <>
      <span className={isSaved ? '' : styles['keeping']}>
        <Icon name="check" />
      </span>
      {isSaved ? 'Saved on this computer' : 'Saving…'}
    </>
  )
}
