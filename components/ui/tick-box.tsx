import type { ReactNode } from 'react'
import control from './control.module.css'
import styles from './tick-box.module.css'

interface TickBoxProps {
  readonly checked: boolean
  readonly onChecked: (checked: boolean) => void
  readonly children: ReactNode
  readonly disabled?: boolean
}

/** A tick with its words. */
export function TickBox({ checked, onChecked, children, disabled = false }: TickBoxProps) {
  return (
    <label className={styles['box']}>
      <input
        type="checkbox"
        className={control['tick']}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChecked(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  )
}

interface RadioProps {
  readonly group: string
  readonly checked: boolean
  readonly onChosen: () => void
  readonly children: ReactNode
}

/** One of several of which exactly one holds. */
export function Radio({ group, checked, onChosen, children }: RadioProps) {
  return (
    <label className={styles['box']}>
      <input
        type="radio"
        name={group}
        className={control['tick']}
        checked={checked}
        onChange={onChosen}
      />
      <span>{children}</span>
    </label>
  )
}
