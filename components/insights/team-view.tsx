import type { ReactNode } from 'react'
import type { RowSetting } from '#components/inbox/inbox-row.tsx'
import { InboxList } from '#components/inbox/inbox-list.tsx'
import { KeyHints } from '#components/inbox/key-hints.tsx'
import inbox from '#components/inbox/inbox.module.css'
import type { Deed, ListedGroup } from '#components/inbox/listed.ts'
import { Notice } from '#components/ui/notice.tsx'
import styles from './inbox-tab.module.css'

interface TeamViewProps extends RowSetting {
  readonly groups: readonly ListedGroup[]
  /** How many handoffs were looked at. */
  readonly count: number
  readonly notice: ReactNode
}

const keyed = ['reassign', 'complete', 'cancel'] as const

const offersAny = (groups: readonly ListedGroup[], deed: Deed) =>
  groups.some(({ rows }) => rows.some(({ deeds }) => deeds.includes(deed)))

/** What needs a manager: overdue, let wait, stuck, returned, unread, bypassed, or a deal whose record is not kept. */
export function TeamView({ groups, count, notice, ...setting }: TeamViewProps) {
  return (
    <>
      <div className={inbox['board']}>
        <div className={inbox['scroll']} data-scrolls>
          {notice && <div className={inbox['notice']}>{notice}</div>}
          {groups.length === 0 && (
            <div className={inbox['notice']}>
              <Notice tone="good" title="Nothing needs you">
                <p>{lookedAt(count)}</p>
              </Notice>
            </div>
          )}
          <InboxList groups={groups} {...setting} />
        </div>
      </div>
      {groups.length > 0 && (
        <footer className={styles['foot']}>
          <KeyHints deeds={keyed.filter((deed) => offersAny(groups, deed))} hasFilter={false} />
        </footer>
      )}
    </>
  )
}

function lookedAt(count: number): string {
  if (count === 0) return 'There is no handoff to look at in this time.'
  const [handoffs, late] =
    count === 1
      ? ['The one handoff', 'neither overdue nor']
      : [`None of the ${count} handoffs`, 'overdue,']
  return `${handoffs} looked at is ${late} let wait, stuck, returned, unread or bypassed, and no open deal lacks a next step or has passed its close date.`
}
