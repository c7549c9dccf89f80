import { useEffect } from 'react'
import { Button } from '#components/ui/button.tsx'
import { isUndo } from './is-undo.ts'
import styles from './panel.module.css'

interface TakenAwayProps {
  /** What the question is called whose answer is gone. */
  readonly label: string
  readonly onUndo: () => void
}

/** An answer that was just taken away or replaced, and the way back; Ctrl or Cmd+Z does it outside of a text. */
export function TakenAway({ label, onUndo }: TakenAwayProps) {
  useEffect(() => {
    const controller = new AbortController()
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isUndo(event)) return
      event.preventDefault()
      onUndo()
    }
    addEventListener('keydown', press, { signal: controller.signal })
    return () => controller.abort()
  }, [onUndo])
  return (
    <output className={styles['undo']}>
      <span dir="auto">“{label}” was changed.</span>
      <Button look="link" onClick={onUndo}>
        Undo
      </Button>
    </output>
  )
}
