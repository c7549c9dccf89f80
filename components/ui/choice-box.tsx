import type { ControlNames } from './text-box.tsx'
import styles from './control.module.css'

/** One of a list, as stored and as shown. */
interface Choice {
  readonly value: string
  readonly label: string
}

interface ChoiceBoxProps {
  readonly names: ControlNames
  readonly choices: readonly Choice[]
  readonly value: string
  readonly onChoice: (value: string) => void
  /** Words of the empty choice; absent when one must always be chosen. */
  readonly empty?: string
}

/** A list to choose one from. A value that is no longer offered stays visible and chosen. */
export function ChoiceBox({ names, choices, value, onChoice, empty }: ChoiceBoxProps) {
  const isOffered = value === '' || choices.some((choice) => choice.value === value)
  return (
    <select
      {...names}
      className={styles['control']}
      value={value}
      onChange={(event) => onChoice(event.target.value)}
    >
      {(empty !== undefined || value === '') && <option value="">{empty ?? ''}</option>}
      {!isOffered && <option value={value}>{value} (no longer offered)</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}
