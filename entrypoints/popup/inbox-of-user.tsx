import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import { openHandoff } from '#components/hooks/open-record.ts'
import { ask } from '#components/hooks/segue.ts'
import { useIdle } from '#components/hooks/use-idle.ts'
import { useOperations } from '#components/hooks/use-operations.ts'
import { calendarFor } from '#components/inbox/clock-words.ts'
import { InboxBoard, type InboxBoardProps } from '#components/inbox/inbox-board.tsx'
import type { Deed } from '#components/inbox/listed.ts'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import type { Formats } from '#components/ui/formats.ts'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import type { Inbox } from '#lib/messaging/inbox-requests.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import type { Deciding } from './decision.tsx'

interface InboxOfUserProps {
  readonly inbox: Inbox
  /** How many there are in each part, where not all are at hand yet. */
  readonly counts?: InboxBoardProps['counts']
  readonly userId: string
  readonly formats: Formats
  readonly now: number
  /** Why Salesforce did not answer, with its way out. */
  readonly notice: ReactNode
  /** What there is to know of this computer's storage. */
  readonly storage: ReactNode
  /** The record was opened: a popup has done its work. */
  readonly onOpened: () => void
  readonly takesFocus?: boolean
  readonly children?: ReactNode
}

// Opened later than painted: the sheets and what they need are loaded then.
const Decision = lazy(async () => ({ default: (await import('./decision.tsx')).Decision }))

/** An inbox wired to the worker: its list, and the sheet in which a decision is made. */
export function InboxOfUser(props: InboxOfUserProps) {
  const { inbox, userId, formats, now, onOpened, takesFocus = false } = props
  const { operations, readAgain } = useOperations()
  const isPainted = useIdle()
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const [refused, setRefused] = useState<Trouble | null>(null)
  const onDeed = useCallback(
    (deed: Deed, item: InboxItem) => {
      setRefused(null)
      void begin(deed, item).then((begun) => (begun ? setDeciding(begun) : onOpened()))
    },
    [onOpened],
  )
  const trouble = refused ? (
    <TroubleState trouble={refused} onAction={() => setRefused(null)} />
  ) : (
    props.notice
  )
  const notice = (trouble || props.storage) && (
    <>
      {trouble}
      {props.storage}
    </>
  )
  return (
    <>
      <InboxBoard
        items={inbox.items}
        counts={props.counts}
        {...{ operations, userId, formats, now, onDeed, notice, takesFocus, isPainted }}
      >
        {props.children}
      </InboxBoard>
      {deciding && (
        <Suspense>
          <Decision
            {...deciding}
            user={`${inbox.identity?.orgId ?? ''}:${userId}`}
            sendings={operations}
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

/** What is decided here, in a sheet; null when the record was opened for it. */
async function begin(deed: Deed, item: InboxItem): Promise<Deciding | null> {
  if (deed === 'decline' || deed === 'reassign') return { item, to: deed }
  if (deed === 'accept') {
    const gate = await ask('inbox.gate', { handoffId: item.id })
    // Without an answer it is not known to be more than a press, and the worker looks again when it is sent.
    if (gate.outcome !== 'ok' || !gate.value.opensPanel) return { item, to: 'accept' }
  }
  await openHandoff(item, deed === 'accept' || deed === 'ask' ? { aim: { at: deed } } : {})
  return null
}
