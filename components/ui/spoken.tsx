import type { ReactNode } from 'react'
import styles from './spoken.module.css'

interface SpokenProps {
  readonly children: ReactNode
}

/** Words for screen readers only. */
export function Spoken({ children }: SpokenProps) {
  return <span className={styles['spoken']}>{children}</span>
}

interface AnnouncedProps {
  readonly words: string
}

/** Words that a screen reader says when they change, after it has finished what it is saying. */
export function Announced({ words }: AnnouncedProps) {
  return <output className={styles['spoken']}>{words}</output>
}
