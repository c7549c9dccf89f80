import { useRef, useState } from 'react'
import { ask } from '#components/hooks/segue.ts'
import { useTemplate } from '#components/hooks/use-template.ts'
import { clockWords } from '#components/inbox/clock-words.ts'
import { dealName } from '#components/inbox/inbox-row.tsx'
import { ReassignSheet } from '#components/inbox/reassign-sheet.tsx'
import { AcceptSheet } from '#components/packet/accept-sheet.tsx'
import { DeclineSheet } from '#components/packet/decline-sheet.tsx'
import { declined } from '#components/packet/declined.ts'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import type { AnswerOf } from '#lib/messaging/requests.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { searchIn } from '#components/hooks/search-users.ts'

/** A handoff about to be decided on, or given to somebody else. */
export interface Deciding {
  readonly item: InboxItem
  readonly to: 'accept' | 'decline' | 'reassign'
}

interface DecisionProps extends Deciding {
  /** By which clock it is late. */
  readonly reading: Parameters<typeof clockWords>[1]
  readonly onDone: () => void
  readonly onTrouble: (trouble: Trouble) => void
}

type Sent = AnswerOf<'handoff.accept'>

/** The sheet in which a decision is made; it is sent once, however often the button is pressed. */
export function Decision({ item, to, reading, onDone, onTrouble }: DecisionProps) {
  const [isSending, setSending] = useState(false)
  const hasSent = useRef(false)
  const handoffId = item.id
  const send = async (sent: () => Promise<Sent>) => {
    if (hasSent.current) return
    hasSent.current = true
    setSending(true)
    const result = await sent()
    if (result.outcome === 'trouble') onTrouble(result.trouble)
    onDone()
  }
  const isLate = clockWords(item, reading).state === 'overdue'
  const shared = { isSending, isLate, onClose: onDone }
  if (to === 'accept') {
    return (
      <AcceptSheet
        {...shared}
        onAccept={(note, delayReason) =>
          void send(() => ask('handoff.accept', { handoffId, note, delayReason }))
        }
      />
    )
  }
  if (to === 'decline') {
    return <Declining {...{ item, shared }} onSend={(sent) => void send(sent)} />
  }
  return (
    <ReassignSheet
      {...{ isSending, onClose: onDone }}
      deal={dealName(item)}
      from={item.incoming?.name ?? ''}
      search={searchIn(item.opportunityId)}
      onReassign={(reassigning) =>
        void send(() => ask('handoff.reassign', { handoffId, ...reassigning }))
      }
    />
  )
}

interface DecliningProps {
  readonly item: InboxItem
  readonly shared: {
    readonly isSending: boolean
    readonly isLate: boolean
    readonly onClose: () => void
  }
  readonly onSend: (sent: () => Promise<Sent>) => void
}

function Declining({ item, shared, onSend }: DecliningProps) {
  const template = useTemplate(item.template) ?? undefined
  return (
    <DeclineSheet
      {...shared}
      template={template}
      onDecline={(declining) => onSend(() => ask('handoff.decline', declined(item.id, declining)))}
    />
  )
}
