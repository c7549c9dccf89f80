import { type ReactNode, useId } from 'react'
import type { ControlNames } from './text-box.tsx'
import styles from './field.module.css'

interface FieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly problem?: string | undefined
  readonly needed?: boolean
  /** Draws the control with the names that tie it to the label. */
  readonly children: (names: ControlNames) => ReactNode
}

/** A label above a control, with a hint and what is wrong below it. */
export function Field({ label, hint, problem, needed = false, children }: FieldProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
        {needed && <span className={styles['needed']}> needed</span>}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': problem !== undefined,
        'aria-required': needed,
      })}
      {hint && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
