import { useEffect, useState } from 'react'
import { Spoken } from './spoken.tsx'
import styles from './skeleton.module.css'

interface SkeletonProps {
  /** Said to screen readers at once, and shown to all when it takes longer than two seconds. */
  readonly words: string
}

const PATIENCE = 2000
const bars = {
  title: 'title',
  intro: 'line',
  status: 'short',
  first: 'block',
  label: 'line',
  second: 'block',
}

/** The outline of what is about to come. */
export function Skeleton({ words }: SkeletonProps) {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className={styles['skeleton']} aria-busy="true">
      <h1>
        <Spoken>Segue</Spoken>
      </h1>
      <output>{isSlow ? words : <Spoken>{words}</Spoken>}</output>
      {Object.entries(bars).map(([part, look]) => (
        <div key={part} className={`${styles['bar']} ${styles[look]}`} />
      ))}
    </main>
  )
}
