import type { ReactNode } from 'react'
import styles from './packet.module.css'

interface MarksProps {
  readonly axes: readonly { readonly key: string; readonly label: string }[]
  /** From 1 to 5, by the key of what they were given for. */
  readonly marks: Readonly<Record<string, ReactNode>>
}

/** Marks that were given, each beside what it was given for. */
export function Marks({ axes, marks }: MarksProps) {
  return (
    <dl className={styles['marks']}>
      {axes.map(({ key, label }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{marks[key]} of 5</dd>
        </div>
      ))}
    </dl>
  )
}
