import { Notice } from '#components/ui/notice.tsx'
import type { Book } from '#lib/handoff/book.ts'
import { mostUnhanded } from '#lib/handoff/unhanded-order.ts'
import styles from './leaving.module.css'

interface BookNoticesProps {
  readonly book: Book
}

/** What the order of the deals does not know. */
export function BookNotices({ book: { hidden, isCut, owner, mayBegin } }: BookNoticesProps) {
  const notices = [
    hidden.length > 0 && {
      title: `You may not see some of it: ${hidden.join(', ')}`,
      words: 'What you may not see does not count in this order.',
    },
    isCut && {
      title: `These are ${mostUnhanded} deals, and there are more`,
      words: 'The largest are listed. Others come up as these are handed over.',
    },
    !mayBegin && {
      title: 'Your permissions let you begin no handoff',
      words: owner.isActive
        ? 'Its owner can: write to them. Or ask your admin for the permission set Segue User.'
        : 'Nobody can be written to. Ask your admin for the permission set Segue User.',
    },
  ].filter((one) => one !== false)
  if (notices.length === 0) return null
  return (
    <div className={styles['notices']}>
      {notices.map(({ title, words }) => (
        <Notice key={title} tone="calm" title={title}>
          <p>{words}</p>
        </Notice>
      ))}
    </div>
  )
}
