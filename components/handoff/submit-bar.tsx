import { useSyncExternalStore } from 'react'
import { Button } from '#components/ui/button.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Icon } from '#components/ui/icon.tsx'
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
  return (
    <footer className={styles['foot']}>
      <output className={styles['saving']}>
        {saving.state === 'failed' ? (
          <span className={styles['failed']}>Not saved: {saving.because} It is still here.</span>
        ) : (
          <Kept isSaved={saving.state === 'saved'} />
        )}
      </output>
      {saving.state === 'failed' && <CopyButton text={text}>Copy all</CopyButton>}
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
