import { ask } from '#components/hooks/segue.ts'
import { useFacts } from '#components/hooks/use-facts.ts'
import { useInbox } from '#components/hooks/use-inbox.ts'
import { InboxList } from '#components/inbox/inbox-list.tsx'
import styles from '#components/inbox/inbox.module.css'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { formatsOf } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { Handoff } from '#lib/handoff/handoff.ts'

async function open({ opportunityId }: Handoff): Promise<void> {
  await ask('record.open', { recordId: opportunityId, panel: true })
  window.close()
}

/** What waits for me, then what I have sent: from this computer at once, from Salesforce behind it. */
export function Popup() {
  useFacts()
  const { inbox, trouble, askAgain } = useInbox()
  const identity = inbox?.identity ?? null
  const formats = formatsOf(identity?.locale ?? '', identity?.timeZone ?? '')
  const shown = { formats, now: Date.now(), onOpen: (handoff: Handoff) => void open(handoff) }
  return (
    <main className={styles['popup']}>
      {identity !== null && (
        <p className={styles['who']}>
          <Name>{identity.userName}</Name> · <Name>{identity.orgName}</Name>
        </p>
      )}
      {trouble !== null && <TroubleState trouble={trouble} onAction={askAgain} />}
      {inbox === null && trouble === null && <Skeleton words="Looking for handoffs…" />}
      {inbox !== null && inbox.incoming.length === 0 && (
        <p className={styles['who']}>Nothing waits for you.</p>
      )}
      {inbox !== null && inbox.incoming.length > 0 && (
        <InboxList title="Waiting for you" handoffs={inbox.incoming} {...shown} />
      )}
      {inbox !== null && inbox.outgoing.length > 0 && (
        <InboxList title="Sent by you" handoffs={inbox.outgoing} {...shown} />
      )}
    </main>
  )
}
