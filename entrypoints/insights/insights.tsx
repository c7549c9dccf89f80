import { lazy, type ReactNode, Suspense, useState } from 'react'
import { openDeal } from '#components/hooks/open-record.ts'
import { keys, queries } from '#components/hooks/segue.ts'
import { useInbox } from '#components/hooks/use-inbox.ts'
import { useNow } from '#components/hooks/use-now.ts'
import { useOwnDeals } from '#components/hooks/use-own-deals.ts'
import { useOwnOrg } from '#components/hooks/use-own-org.ts'
import { hasFilter } from '#components/inbox/inbox-board.tsx'
import { KeyHints } from '#components/inbox/key-hints.tsx'
import { deedsIn } from '#components/inbox/listed.ts'
import { UnhandedList } from '#components/inbox/unhanded-list.tsx'
import styles from '#components/insights/inbox-tab.module.css'
import { PageView } from '#components/insights/page-view.tsx'
import { type Tab, Tabs } from '#components/insights/tabs.tsx'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { Button } from '#components/ui/button.tsx'
import { ago, type Formats, formatsOf } from '#components/ui/formats.ts'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { Inbox } from '#lib/messaging/inbox-requests.ts'
import { InboxOfUser } from '../popup/inbox-of-user.tsx'
import { useStorageNotice } from '../popup/storage-notice.tsx'
import { useHash } from './use-hash.ts'

type TabKey = 'inbox' | 'team' | 'figures'

const tabs: readonly Tab<TabKey>[] = [
  { key: 'inbox', label: 'Inbox' },
  { key: 'team', label: 'Needs a manager' },
  { key: 'figures', label: 'Figures' },
]

const stay = () => undefined

// Who hands over a whole territory does so once in a while.
const Batch = lazy(async () => ({ default: (await import('./batch.tsx')).Batch }))

// A manager's tabs are not everybody's: they are loaded when they are opened.
const Managing = lazy(async () => ({ default: (await import('./managing.tsx')).Managing }))

// Somebody leaves a few times a year.
const Leaving = lazy(async () => ({ default: (await import('./leaving.tsx')).Leaving }))

/** Where somebody's departure is looked at, within the page. */
const leaving = /^leaving(?:\/|$)/

/** The full page: the inbox, what needs a manager, and the figures. */
export function Insights() {
  const { inbox, counts, isAsking, askAgain, ...asked } = useInbox()
  const [chosen, setChosen] = useState<TabKey>(() =>
    leaving.test(location.hash.slice(1)) ? 'team' : 'inbox',
  )
  const isLeaving = leaving.test(useHash())
  const now = useNow()
  const { storage, trouble } = useStorageNotice(asked.trouble)
  useOrgOf(inbox, counts)
  if (!inbox?.identity || inbox.readAt === null) {
    if (!asked.trouble) return <Skeleton words="Asking Salesforce what waits for you…" />
    return <TroubleState trouble={asked.trouble} whole onAction={askAgain} />
  }
  const { userId, userName, orgName, locale, timeZone } = inbox.identity
  const formats = formatsOf(locale, timeZone)
  const notice = trouble && <TroubleState trouble={trouble} onAction={askAgain} />
  return (
    <PageView
      whose={{ userName, orgName }}
      age={chosen === 'inbox' ? ageOf(inbox, isAsking, { now, formats }) : ''}
      onRefresh={() => {
        askAgain()
        void queries.invalidateQueries({ queryKey: keys.deals(true) })
        void queries.invalidateQueries({ queryKey: ['overview'] })
        void queries.invalidateQueries({ queryKey: ['leaving'] })
      }}
    >
      <Tabs label="Parts of the page" tabs={tabs} chosen={chosen} onChoose={setChosen}>
        {chosen === 'inbox' ? (
          <InboxTab key={userId} {...{ inbox, counts, userId, formats, now, notice, storage }} />
        ) : (
          <Suspense fallback={<p className={styles['foot']}>Opening…</p>}>
            {isLeaving && chosen === 'team' ? (
              <Leaving key={userId} me={inbox.identity} {...{ formats, now }} />
            ) : (
              <Managing key={userId} tab={chosen} {...{ userId, formats, now }} />
            )}
          </Suspense>
        )}
      </Tabs>
    </PageView>
  )
}

/** What the worker has left for the first paint may be of the org that was used last: only its word counts. */
function useOrgOf(inbox: Inbox | null, counts: ReturnType<typeof useInbox>['counts']): void {
  useOwnOrg(counts === undefined ? inbox?.identity?.host : undefined)
}

interface Clock {
  readonly now: number
  readonly formats: Formats
}

function ageOf({ readAt }: Inbox, isAsking: boolean, { now, formats }: Clock): string {
  if (isAsking) return 'Asking Salesforce…'
  return readAt === null ? '' : `read ${ago(readAt, now, formats)}`
}

interface InboxTabProps {
  readonly inbox: Inbox
  readonly counts: ReturnType<typeof useInbox>['counts']
  readonly userId: string
  readonly formats: Formats
  readonly now: number
  readonly notice: ReactNode
  readonly storage: ReactNode
}

const onOpen = (opportunityId: string) => void openDeal(opportunityId)

/** Where several deals are handed over together, within the page. */
const several = 'several'

function InboxTab(props: InboxTabProps) {
  const { inbox, userId, formats, now } = props
  const isSeveral = useHash() === several
  if (!isSeveral) return <InboxAndDeals {...props} />
  return (
    <Suspense fallback={<p className={styles['foot']}>Opening…</p>}>
      <Batch
        user={`${inbox.identity?.orgId ?? ''}:${userId}`}
        {...{ formats, now }}
        onBack={() => (location.hash = '')}
      />
    </Suspense>
  )
}

function InboxAndDeals(props: InboxTabProps) {
  const { inbox, userId, formats, now } = props
  const { deals } = useOwnDeals()
  const reader = { userId, now: new Date(now).toISOString(), timeZone: formats.timeZone }
  return (
    <>
      <InboxOfUser onOpened={stay} {...props}>
        <UnhandedList {...{ deals, formats, now, onOpen }}>
          {deals.length > 1 && (
            <p className={styles['several']}>
              <Button look="link" onClick={() => (location.hash = several)}>
                Hand over several together…
              </Button>
            </p>
          )}
        </UnhandedList>
      </InboxOfUser>
      <footer className={styles['foot']}>
        <KeyHints deeds={deedsIn(inbox.items, reader)} hasFilter={hasFilter(inbox.items)} />
      </footer>
    </>
  )
}
