import { useCallback, useMemo, useState } from 'react'
import { openHandoff } from '#components/hooks/open-record.ts'
import { attempted } from '#components/hooks/attempted.ts'
import { ask } from '#components/hooks/segue.ts'
import { useForeseen } from '#components/hooks/use-foreseen.ts'
import { useOperations } from '#components/hooks/use-operations.ts'
import { useTypedTexts } from '#components/hooks/use-typed-texts.ts'
import { useFacts } from '#components/hooks/use-facts.ts'
import { calendarFor } from '#components/inbox/clock-words.ts'
import { dealName } from '#components/inbox/inbox-row.tsx'
import type { Deed } from '#components/inbox/listed.ts'
import { reasonBox, ReasonSheet } from '#components/inbox/reason-sheet.tsx'
import { reassignBox, ReassignSheet } from '#components/inbox/reassign-sheet.tsx'
import { queueGroups } from '#components/insights/queue-groups.ts'
import { TeamView } from '#components/insights/team-view.tsx'
import { Happenings } from '#components/packet/happens.tsx'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import type { Formats } from '#components/ui/formats.ts'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import type { Fact } from '#lib/messaging/facts.ts'
import type { Overview } from '#lib/messaging/overview-requests.ts'
import type { AnswerOf } from '#lib/messaging/requests.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { managerQueue } from '#lib/metrics/queue.ts'
import { searchIn } from '#components/hooks/search-users.ts'

interface TeamTabProps {
  readonly overview: Overview
  readonly formats: Formats
  /** Milliseconds since 1970. */
  readonly now: number
  /** Something was done that Salesforce has confirmed. */
  readonly onChanged: () => void
}

type Acting = { readonly item: InboxItem; readonly deed: 'reassign' | 'cancel' | 'complete' }

/** What needs a manager, and what a manager can do about it. */
export function TeamTab({ overview, formats, now, onChanged }: TeamTabProps) {
  const [acting, setActing] = useState<Acting | null>(null)
  const [refused, setRefused] = useState<Trouble | null>(null)
  const { operations, readAgain } = useOperations()
  useFacts(
    useCallback(
      ({ fact }: Fact) => {
        if (fact === 'inbox-changed') onChanged()
      },
      [onChanged],
    ),
  )
  const calendar = useMemo(() => calendarFor(formats), [formats])
  const queue = useMemo(
    () => managerQueue(overview.items, { now: new Date(now).toISOString(), calendar }),
    [overview, now, calendar],
  )
  const groups = useMemo(() => queueGroups(queue, operations), [queue, operations])
  const onDeed = useCallback((deed: Deed, item: InboxItem) => {
    if (deed === 'reassign' || deed === 'cancel' || deed === 'complete') {
      setRefused(null)
      return setActing({ item, deed })
    }
    void openHandoff(item)
  }, [])
  return (
    <>
      <TeamView
        {...{ groups, formats, calendar, now, onDeed }}
        count={overview.items.length}
        notice={refused && <TroubleState trouble={refused} onAction={() => setRefused(null)} />}
      />
      {acting && (
        <Act
          {...acting}
          timeZone={formats.timeZone ?? 'UTC'}
          user={`${overview.identity.orgId}:${overview.identity.userId}`}
          onDone={(trouble) => {
            setActing(null)
            setRefused(trouble)
            void readAgain()
          }}
        />
      )}
    </>
  )
}

const reached = { cancel: 'cancelled', complete: 'completed' } as const

interface ActProps extends Acting {
  /** Whose words are kept. */
  readonly user: string
  readonly timeZone: string
  readonly onDone: (trouble: Trouble | null) => void
}

function Act({ item, deed, user, timeZone, onDone }: ActProps) {
  const [isSending, setSending] = useState(false)
  const handoffId = item.id
  const foresee = useForeseen(item, timeZone)
  const { typed, type } = useTypedTexts(`${user}:${handoffId}`)
  const shared = {
    typed,
    onType: type,
    deal: dealName(item),
    isSending,
    onClose: () => onDone(null),
  }
  const send = async (sent: () => Promise<AnswerOf<'handoff.cancel'>>) => {
    setSending(true)
    const result = await attempted(handoffId, sent)
    if (result.outcome === 'ok') type(deed === 'reassign' ? reassignBox : reasonBox, '')
    onDone(result.outcome === 'trouble' ? result.trouble : null)
  }
  if (deed === 'reassign') {
    return (
      <ReassignSheet
        {...shared}
        item={item}
        search={searchIn(item.opportunityId)}
        foresee={(to) => foresee('submitted', to)}
        onReassign={(to) => void send(() => ask('handoff.reassign', { handoffId, ...to }))}
      />
    )
  }
  return (
    <ReasonSheet
      {...shared}
      deed={deed}
      happens={<Happenings sentences={foresee(reached[deed])} />}
      owner={(deed === 'cancel' ? item.outgoing.name : item.incoming?.name) ?? ''}
      onReason={(reason) => void send(() => ask(`handoff.${deed}`, { handoffId, reason }))}
    />
  )
}
