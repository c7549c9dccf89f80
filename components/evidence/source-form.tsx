import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import styles from './sources.module.css'

interface SourceFormProps {
  readonly name: string
  /** What the button that adds it says. */
  readonly button: string
  readonly isReady?: boolean
  readonly onSubmit: () => void
  readonly onCancel: () => void
  readonly children: ReactNode
}

/** A form that adds something from elsewhere; its first box has the focus when it appears. */
export function SourceForm(props: SourceFormProps) {
  const { name, button, isReady = true, onSubmit, onCancel, children } = props
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])
  return (
    <form
      ref={form}
      className={styles['form']}
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
      <div className={styles['buttons']}>
        <Button look="main" type="submit" aria-disabled={!isReady}>
          {button}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  )
}
