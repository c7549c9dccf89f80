import { type ReactNode, useId } from 'react'
import type { ControlNames } from './text-box.tsx'
import styles from './field.module.css'

interface FieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly problem?: string | undefined
  /** What to think of before going on; empty while there is nothing, undefined where there never is. */
  readonly caution?: string | undefined
  readonly needed?: boolean
  /** Draws the control with the names that tie it to the label. */
  readonly children: (names: ControlNames) => ReactNode
}

/** A label above a control, with a hint and what is wrong below it. */
export function Field({ label, hint, problem, caution, needed = false, children }: FieldProps) {
  const id = useId()
  const below = { hint, problem, caution }
  const described = Object.entries(below).flatMap(([name, said]) => (said ? `${id}-${name}` : []))
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
        {needed && <span className={styles['needed']}> needed</span>}
      </label>
      {children({
        id,
        'aria-describedby': described.join(' ') || undefined,
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
      {caution !== undefined && (
        <output id={`${id}-caution`} className={styles['caution']}>
          {caution}
        </output>
      )}
    </div>
  )
}
