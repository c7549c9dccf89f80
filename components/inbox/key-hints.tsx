import type { Deed } from './listed.ts'
import styles from './inbox.module.css'

const deedHints: Readonly<Partial<Record<Deed, string>>> = {
  accept: 'A',
  ask: 'Q',
  decline: 'D',
  reassign: 'R',
  cancel: 'X',
  complete: 'C',
}

interface KeyHintsProps {
  /** What some row of the list offers. */
  readonly deeds: readonly Deed[]
  readonly hasFilter: boolean
}

/** The keys that work in a list, for those who look for them. */
export function KeyHints({ deeds, hasFilter }: KeyHintsProps) {
  const hints = [
    ['↑ ↓', 'walk'],
    ['Enter', 'open'],
    ...deeds.map((deed) => [deedHints[deed] ?? '', deed]),
    ...(hasFilter ? [['/', 'filter']] : []),
  ]
  return (
    <p className={styles['hints']}>
      {hints.map(([key, words]) => (
        <span key={key} className={words === 'walk' ? styles['walk'] : ''}>
          <kbd>{key}</kbd> {words}
        </span>
      ))}
    </p>
  )
}
