import type { ReactNode } from 'react'
import { IconButton } from '#components/ui/button.tsx'
import { ago, type Formats } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { InboxList } from './inbox-list.tsx'
import type { Listed, RowDeeds } from './inbox-row.tsx'
import styles from './inbox.module.css'

interface InboxViewProps extends RowDeeds {
  readonly items: readonly Listed[]
  /** Whose inbox it is, and in which org. */
  readonly whose: { readonly userName: string; readonly orgName: string }
  readonly readAt: string | null
  readonly isAsking: boolean
  readonly formats: Formats
  readonly now: number
  /** The keys that open a handoff on its record; empty when none are bound. */
  readonly shortcut: string
  readonly onRefresh: () => void
  /** What stands in the way of newer news. */
  readonly notice: ReactNode
}

/** The popup: what waits for me, then what I have sent. */
export function InboxView(props: InboxViewProps) {
  const { whose, notice, isAsking, readAt, formats, now, shortcut, onRefresh } = props
  const read = readAt === null ? '' : `read ${ago(readAt, now, formats)}`
  return (
    <main className={styles['popup']}>
      <header className={styles['head']}>
        <div>
          <h1>Handoffs</h1>
          <p className={styles['whose']}>
            <Name>{whose.userName}</Name> in <Name>{whose.orgName}</Name>
          </p>
        </div>
        <IconButton icon="refresh" label="Ask Salesforce again" onClick={onRefresh} />
      </header>
      <div className={styles['scroll']} data-scrolls>
        {notice && <div className={styles['notice']}>{notice}</div>}
        <Lists {...props} />
      </div>
      <footer className={styles['foot']}>
        <output>{isAsking ? 'Asking Salesforce…' : read}</output>
        {shortcut !== '' && (
          <span>
            On an opportunity, <kbd>{shortcut}</kbd> hands it over.
          </span>
        )}
      </footer>
    </main>
  )
}

function Lists({ items, formats, now, onOpen, onAccept, onDecline }: InboxViewProps) {
  const incoming = items.filter(({ side }) => side === 'incoming')
  const outgoing = items.filter(({ side }) => side === 'outgoing')
  const shared = { formats, now, onOpen, onAccept, onDecline }
  return (
    <>
      {incoming.length > 0 ? (
        <InboxList label="Waiting for you" items={incoming} {...shared} />
      ) : (
        <div className={styles['notice']}>
          <Notice tone="good" title="Nothing waits for you">
            <p>A handoff that somebody sends you shows here, and as a number on the icon.</p>
          </Notice>
        </div>
      )}
      {outgoing.length > 0 && <InboxList label="Sent by you" items={outgoing} {...shared} />}
    </>
  )
}
