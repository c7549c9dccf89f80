import { type ReactNode, useId } from 'react'
import styles from './options.module.css'

interface SectionProps {
  readonly title: string
  /** What this is about, in a sentence. */
  readonly intro?: ReactNode
  readonly children: ReactNode
}

/** The title of a section of the settings, and what is in it. */
export function Section({ title, intro, children }: SectionProps) {
  return (
    <div className={styles['section']}>
      <div className={styles['title']}>
        <h1>{title}</h1>
        {intro !== undefined && <p>{intro}</p>}
      </div>
      {children}
    </div>
  )
}

/** One subject within a section. */
export function Card({ title, intro, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles['card']} aria-labelledby={id}>
      <div className={styles['title']}>
        <h2 id={id}>{title}</h2>
        {intro !== undefined && <p>{intro}</p>}
      </div>
      {children}
    </section>
  )
}
