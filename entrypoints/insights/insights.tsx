import { useState } from 'react'
import { useInbox } from '#components/hooks/use-inbox.ts'
import { useNow } from '#components/hooks/use-now.ts'
import { KeyHints } from '#components/inbox/key-hints.tsx'
import styles from '#components/insights/inbox-tab.module.css'
import { PageView } from '#components/insights/page-view.tsx'
import { type Tab, Tabs } from '#components/insights/tabs.tsx'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { ago, formatsOf } from '#components/ui/formats.ts'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { InboxOfUser } from '../popup/inbox-of-user.tsx'

type TabKey = 'inbox'

const tabs: readonly Tab<TabKey>[] = [{ key: 'inbox', label: 'Inbox' }]

/** How high a row is, in rem. */
const ROW = 3.75

const stay = () => undefined

/** The full page: the inbox, and the figures that a manager acts on. */
export function Insights() {
  const [chosen, setChosen] = useState<TabKey>('inbox')
  const { inbox, trouble, isAsking, askAgain } = useInbox()
  const now = useNow()
  if (!inbox?.identity) {
    if (!trouble) return <Skeleton words="Asking Salesforce what waits for you…" />
    return <TroubleState trouble={trouble} whole onAction={askAgain} />
  }
  const { userId, userName, orgName, locale, timeZone } = inbox.identity
  const formats = formatsOf(locale, timeZone)
  const read = inbox.readAt === null ? '' : `read ${ago(inbox.readAt, now, formats)}`
  return (
    <PageView
      whose={{ userName, orgName }}
      age={isAsking ? 'Asking Salesforce…' : read}
      onRefresh={askAgain}
    >
      <Tabs label="Parts of the page" tabs={tabs} chosen={chosen} onChoose={setChosen}>
        <InboxOfUser
          notice={trouble && <TroubleState trouble={trouble} onAction={askAgain} />}
          rowHeight={ROW}
          onOpened={stay}
          {...{ inbox, userId, formats, now }}
        />
        <footer className={styles['foot']}>
          <KeyHints />
        </footer>
      </Tabs>
    </PageView>
  )
}
