import type { Person } from '#lib/handoff/primitives.ts'
import type { Effect } from '#lib/handoff/template.ts'
import { useDesk } from './desk.ts'
import styles from './packet.module.css'

interface HappensProps {
  readonly status: Effect['status']
  /** Who is to decide from now on. */
  readonly incoming?: Person
  /** When it does, where that is not what is asked about. */
  readonly title?: string
}

/** What comes about in Salesforce besides, and in whose name, before it does. */
export function Happens({ status, incoming, ...props }: HappensProps) {
  return <Happenings sentences={useDesk().happens(status, incoming)} {...props} />
}

interface HappeningsProps extends Pick<HappensProps, 'title'> {
  readonly sentences: readonly string[]
}

/** The same, where no handoff is read. */
export function Happenings({ sentences, title = 'What happens besides:' }: HappeningsProps) {
  const different = [...new Set(sentences)]
  if (different.length === 0) return null
  return (
    <div className={styles['happens']}>
      <p>{title}</p>
      <ul>
        {different.map((sentence) => (
          <li key={sentence} dir="auto">
            {sentence}
          </li>
        ))}
      </ul>
    </div>
  )
}
