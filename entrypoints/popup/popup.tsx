import { lazy, Suspense } from 'react'
import { openDeal } from '#components/hooks/open-record.ts'
import { useOwnDeals } from '#components/hooks/use-own-deals.ts'
import { useInbox } from '#components/hooks/use-inbox.ts'
import { useNow } from '#components/hooks/use-now.ts'
import { useShortcut } from '#components/hooks/use-page.ts'
import { hasFilter } from '#components/inbox/inbox-board.tsx'
import { InboxView } from '#components/inbox/inbox-view.tsx'
import { deedsIn } from '#components/inbox/listed.ts'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import type { TroubleAction } from '#components/trouble/troubles.ts'
import { formatsOf } from '#components/ui/formats.ts'
import { inboxPageOf } from '#lib/messaging/own-page.ts'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { InboxOfUser } from './inbox-of-user.tsx'
import { useStorageNotice } from './storage-notice.tsx'

// The user's own deals come after the first paint, and what draws them with them.
const UnhandedList = lazy(async () => {
  const { UnhandedList: List } = await import('#components/inbox/unhanded-list.tsx')
  return { default: List }
})

const close = () => window.close()

const onOpen = (opportunityId: string) => void openDeal(opportunityId).then(close)

/** The toolbar's popup: wiring of the inbox to the worker. */
export function Popup() {
  const { inbox, counts, isAsking, askAgain, ...asked } = useInbox()
  const now = useNow()
  const shortcut = useShortcut()
  const { deals, askDealsAgain } = useOwnDeals()
  const { storage, trouble } = useStorageNotice(asked.trouble)
  const mend = (action: TroubleAction) => (action === 'close' ? close() : askAgain())
  if (!inbox?.identity || inbox.readAt === null) {
    if (!asked.trouble) return <Skeleton words="Asking Salesforce what waits for you…" />
    return <TroubleState trouble={asked.trouble} whole onAction={mend} />
  }
  const { userId, locale, timeZone } = inbox.identity
  const formats = formatsOf(locale, timeZone)
  return (
    <InboxView
      whose={inbox.identity}
      wholePage={inboxPageOf(inbox.identity.host)}
      readAt={inbox.readAt}
      deeds={deedsIn(inbox.items, { userId, now: new Date(now).toISOString(), timeZone })}
      hasFilter={hasFilter(inbox.items)}
      onRefresh={() => {
        askAgain()
        askDealsAgain()
      }}
      {...{ isAsking, now, shortcut, formats }}
    >
      <InboxOfUser
        key={`${inbox.identity.orgId}:${userId}`}
        notice={trouble && <TroubleState trouble={trouble} onAction={mend} />}
        takesFocus
        onOpened={close}
        {...{ storage, inbox, counts, userId, formats, now }}
      >
        {deals.length > 0 && (
          <Suspense>
            <UnhandedList takesFocus {...{ deals, formats, now, onOpen }} />
          </Suspense>
        )}
      </InboxOfUser>
    </InboxView>
  )
}
