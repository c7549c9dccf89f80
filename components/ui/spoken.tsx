import { type ReactNode, useEffect, useState } from 'react'
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

/** Words must stand for so long before they are said, so that typing is not talked over; in milliseconds. */
const CALM = 1000

/** Words that a screen reader says when they have changed and stand still, after what it is saying. */
export function Announced({ words }: AnnouncedProps) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), CALM)
    return () => clearTimeout(timer)
  }, [words])
  return <output className={styles['spoken']}>{said}</output>
}
