import { useCallback, useState } from 'react'
import { ask } from '#components/hooks/segue.ts'
import { useFacts } from '#components/hooks/use-facts.ts'
import { useInbox } from '#components/hooks/use-inbox.ts'
import { useNow } from '#components/hooks/use-now.ts'
import { useOperations } from '#components/hooks/use-operations.ts'
import { useShortcut } from '#components/hooks/use-page.ts'
import { InboxView } from '#components/inbox/inbox-view.tsx'
import { listed } from '#components/inbox/listed.ts'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import type { TroubleAction } from '#components/trouble/troubles.ts'
import { formatsOf } from '#components/ui/formats.ts'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { Handoff } from '#lib/handoff/handoff.ts'
import type { Fact } from '#lib/messaging/facts.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { Decision, type Deciding } from './decision.tsx'

/** The toolbar's popup: wiring of the inbox to the worker. */
export function Popup() {
  const { inbox, trouble, isAsking, askAgain } = useInbox()
  const { operations, readAgain } = useOperations()
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const [refused, setRefused] = useState<Trouble | null>(null)
  const now = useNow()
  const shortcut = useShortcut()
  const onFact = useCallback(
    ({ fact }: Fact) => {
      if (fact === 'outbox-changed') void readAgain()
    },
    [readAgain],
  )
  useFacts(onFact)
  const shown = refused ?? trouble
  const again = () => {
    setRefused(null)
    askAgain()
  }
  const mend = (action: TroubleAction) => (action === 'close' ? window.close() : again())
  if (!inbox?.identity) {
    if (!shown) return <Skeleton words="Asking Salesforce what waits for you…" />
    return <TroubleState trouble={shown} whole onAction={mend} />
  }
  const { userName, orgName, locale, timeZone } = inbox.identity
  return (
    <>
      <InboxView
        items={listed(inbox.incoming, inbox.outgoing, operations)}
        whose={{ userName, orgName }}
        readAt={inbox.readAt}
        formats={formatsOf(locale, timeZone)}
        notice={shown && <TroubleState trouble={shown} onAction={mend} />}
        onRefresh={again}
        onOpen={(handoff) => void open(handoff)}
        onAccept={(handoff) => setDeciding({ handoff, to: 'accept' })}
        onDecline={(handoff) => setDeciding({ handoff, to: 'decline' })}
        {...{ isAsking, now, shortcut }}
      />
      {deciding && (
        <Decision
          {...deciding}
          onTrouble={setRefused}
          onDone={() => {
            setDeciding(null)
            void readAgain()
          }}
        />
      )}
    </>
  )
}

/** Opens the record with the handoff beside it; the popup has done its work. */
async function open({ opportunityId }: Handoff): Promise<void> {
  await ask('record.open', { recordId: opportunityId, panel: true })
  window.close()
}
