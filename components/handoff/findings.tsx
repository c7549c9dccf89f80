import type { Finding } from '#lib/handoff/finding.ts'
import { Icon } from '#components/ui/icon.tsx'
import styles from './question-view.module.css'

interface FindingsProps {
  readonly id: string
  readonly findings: readonly Finding[]
}

/** What is missing or weak about one answer, each in a sentence. */
export function Findings({ id, findings }: FindingsProps) {
  return (
    <ul id={id} className={styles['findings']}>
      {findings.map(({ rule, sentence, severity }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- an element taken away while typing cuts Chrome’s undo short
        <li key={at} className={rule === 'required' ? styles['missing'] : styles[severity]}>
          <Icon name={severity === 'warns' ? 'weak' : 'alert'} />
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  )
}
