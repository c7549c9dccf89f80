import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { HistoryGap } from '#lib/handoff/history-gaps.ts'
import styles from './timeline.module.css'

interface GapListProps {
  readonly gaps: readonly HistoryGap[]
  readonly onGo: (gap: HistoryGap) => void
}

/** What should be in this history and is not, each with a way there. Folded, so that the history comes first. */
export function GapList({ gaps, onGo }: GapListProps) {
  const [isOpen, setOpen] = useState(false)
  if (gaps.length === 0) return null
  const words = gaps.length === 1 ? '1 gap in the record' : `${gaps.length} gaps in the record`
  return (
    <section className={styles['gaps']} aria-label="Gaps in the record">
      <button
        type="button"
        className={styles['unfold']}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="weak" />
        <span>{words}</span>
        <Icon name={isOpen ? 'up' : 'down'} />
      </button>
      {isOpen && (
        <ul>
          {gaps.map((gap) => (
            <li key={gap.rule + gap.sentence}>
              <span>
                {gap.sentence}
                <small className={styles['rule']}>Rule: {gap.rule.replaceAll('-', ' ')}</small>
              </span>
              <Button look="link" aria-label={`Go: ${gap.sentence}`} onClick={() => onGo(gap)}>
                Go
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
