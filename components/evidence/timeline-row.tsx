import type { Formats } from '#components/ui/formats.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Name } from '#components/ui/name.tsx'
import { Pill } from '#components/ui/pill.tsx'
import { firstWords } from '#lib/handoff/clip.ts'
import type { HistoryItem } from '#lib/handoff/history.ts'
import { historyWords } from './kind-words.ts'
import { when } from './when.ts'
import styles from './timeline.module.css'

interface TimelineRowProps {
  readonly item: HistoryItem
  readonly formats: Formats
  readonly tabIndex: 0 | -1
  readonly onOpen: () => void
}

/** One thing that happened: what, when, who, and how it begins. */
export function TimelineRow({ item, formats, tabIndex, onOpen }: TimelineRowProps) {
  const { one, icon } = historyWords[item.kind]
  return (
    <button type="button" tabIndex={tabIndex} className={styles['item']} onClick={onOpen}>
      <span className={styles['icon']}>
        <Icon name={icon} />
      </span>
      <span className={styles['what']}>
        <span className={styles['subject']}>
          <Name>{item.subject || 'Without a subject'}</Name>
        </span>
        {item.isOpen && <Pill tone="accent">{item.kind === 'meeting' ? 'planned' : 'open'}</Pill>}
      </span>
      <span className={styles['about']}>
        {one}
        {item.at !== '' && <> · {when(item.at, formats)}</>}
        {item.people.length > 0 && (
          <>
            {' · '}
            <Name>{item.people.slice(0, 3).join(', ')}</Name>
          </>
        )}
      </span>
      {item.text !== '' && (
        <span className={styles['excerpt']} dir="auto">
          {firstWords(item.text.slice(0, 240), 30)}
        </span>
      )}
    </button>
  )
}
