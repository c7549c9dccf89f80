import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import { ask } from '#components/hooks/segue.ts'
import { useFacts } from '#components/hooks/use-facts.ts'
import { useOperations } from '#components/hooks/use-operations.ts'
import { calendarFor } from '#components/inbox/clock-words.ts'
import { InboxBoard } from '#components/inbox/inbox-board.tsx'
import type { Deed } from '#components/inbox/listed.ts'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import type { Formats } from '#components/ui/formats.ts'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import type { Fact } from '#lib/messaging/facts.ts'
import type { Inbox } from '#lib/messaging/inbox-requests.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import type { Deciding } from './decision.tsx'

interface InboxOfUserProps {
  readonly inbox: Inbox
  readonly userId: string
  readonly formats: Formats
  readonly now: number
  readonly rowHeight: number
  /** Why Salesforce did not answer, with its way out. */
  readonly notice: ReactNode
  /** The record was opened: a popup has done its work. */
  readonly onOpened: () => void
  readonly takesFocus?: boolean
  readonly children?: ReactNode
}

// Opened later than painted: the sheets and what they need are loaded then.
const Decision = lazy(async () => ({ default: (await import('./decision.tsx')).Decision }))

/** An inbox wired to the worker: its list, and the sheet in which a decision is made. */
export function InboxOfUser(props: InboxOfUserProps) {
  const { inbox, userId, formats, now, rowHeight, onOpened, takesFocus = false } = props
  const { operations, readAgain } = useOperations()
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const [refused, setRefused] = useState<Trouble | null>(null)
  useFacts(
    useCallback(
      ({ fact }: Fact) => {
        if (fact === 'outbox-changed') void readAgain()
      },
      [readAgain],
    ),
  )
  const onDeed = useCallback(
    (deed: Deed, item: InboxItem) => {
      if (!isDecision(deed)) return void open(item).then(onOpened)
      setRefused(null)
      setDeciding({ item, to: deed })
    },
    [onOpened],
  )
  const notice = refused ? (
    <TroubleState trouble={refused} onAction={() => setRefused(null)} />
  ) : (
    props.notice
  )
  return (
    <>
      <InboxBoard
        items={inbox.items}
        {...{ operations, userId, formats, now, rowHeight, onDeed, notice, takesFocus }}
      >
        {props.children}
      </InboxBoard>
      {deciding && (
        <Suspense>
          <Decision
            {...deciding}
            reading={{ now, formats, calendar: calendarFor(formats) }}
            onTrouble={setRefused}
            onDone={() => {
              setDeciding(null)
              void readAgain()
            }}
          />
        </Suspense>
      )}
    </>
  )
}

const isDecision = (deed: Deed): deed is Deciding['to'] =>
  deed === 'accept' || deed === 'decline' || deed === 'reassign'

/** Opens the record with the handoff beside it; a handoff without an opportunity is a record of its own. */
async function open({ opportunityId, id }: InboxItem): Promise<void> {
  const panel = opportunityId !== ''
  await ask('record.open', { recordId: panel ? opportunityId : id, panel })
}
