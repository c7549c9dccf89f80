import type { Effect } from '#lib/handoff/template.ts'
import { useDesk } from './desk.ts'
import styles from './packet.module.css'

interface HappensProps {
  readonly status: Effect['status']
  /** When it does, where that is not what is asked about. */
  readonly title?: string
}

/** What comes about in Salesforce besides, and in whose name, before it does. */
export function Happens({ status, title = 'What happens besides:' }: HappensProps) {
  const sentences = [...new Set(useDesk().happens(status))]
  if (sentences.length === 0) return null
  return (
    <div className={styles['happens']}>
      <p>{title}</p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence} dir="auto">
            {sentence}
          </li>
        ))}
      </ul>
    </div>
  )
}
