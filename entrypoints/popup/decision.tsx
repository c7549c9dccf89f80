import { type ReactNode, useRef, useState } from 'react'
import { attempted } from '#components/hooks/attempted.ts'
import { ask } from '#components/hooks/segue.ts'
import { useForeseen } from '#components/hooks/use-foreseen.ts'
import { useSentWords } from '#components/hooks/use-sent-words.ts'
import { useTemplate } from '#components/hooks/use-template.ts'
import { useTypedTexts } from '#components/hooks/use-typed-texts.ts'
import { clockWords } from '#components/inbox/clock-words.ts'
import { dealName } from '#components/inbox/inbox-row.tsx'
import { reassignBox, ReassignSheet } from '#components/inbox/reassign-sheet.tsx'
import { acceptDelay, acceptNote, AcceptSheet } from '#components/packet/accept-sheet.tsx'
import { declineBox, DeclineSheet } from '#components/packet/decline-sheet.tsx'
import { declined } from '#components/packet/declined.ts'
import { Happenings } from '#components/packet/happens.tsx'
import type { SheetTexts } from '#components/packet/sheet-texts.ts'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import type { AnswerOf } from '#lib/messaging/requests.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { searchIn } from '#components/hooks/search-users.ts'

/** A handoff about to be decided on, or given to somebody else. */
export interface Deciding {
  readonly item: InboxItem
  readonly to: 'accept' | 'decline' | 'reassign'
}

interface DecisionProps extends Deciding {
  /** Whose words are kept. */
  readonly user: string
  readonly sendings: readonly OutboxItem[]
  /** By which clock it is late. */
  readonly reading: Parameters<typeof clockWords>[1]
  readonly onDone: () => void
  readonly onTrouble: (trouble: Trouble) => void
}

const boxes = {
  accept: [acceptNote, acceptDelay],
  decline: [declineBox],
  reassign: [reassignBox],
} as const

type Sent = AnswerOf<'handoff.accept'>

/** The sheet in which a decision is made; it is sent once, however often the button is pressed. */
export function Decision(props: DecisionProps) {
  const { item, to, user, reading, sendings, onDone, onTrouble } = props
  const [isSending, setSending] = useState(false)
  const hasSent = useRef(false)
  const { id: handoffId, submittedAt } = item
  const texts = useTypedTexts(`${user}:${handoffId}`)
  const onSent = useSentWords(texts, sendings)
  const send = async (sent: () => Promise<Sent>) => {
    if (hasSent.current) return
    hasSent.current = true
    setSending(true)
    const result = await attempted(handoffId, sent)
    if (result.outcome === 'ok') {
      onSent(result.value.operationKey)
      for (const box of boxes[to]) texts.type(box, '')
    } else onTrouble(result.trouble)
    onDone()
  }
  const foresee = useForeseen(item, reading.formats.timeZone ?? 'UTC')
  const isLate = clockWords(item, reading).state === 'overdue'
  const kept = { typed: texts.typed, onType: texts.type }
  const shared = { ...kept, isSending, isLate, onClose: onDone }
  if (to === 'accept') {
    return (
      <AcceptSheet
        {...shared}
        happens={<Happenings sentences={foresee('accepted')} />}
        onAccept={(note, delayReason) =>
          void send(() =>
            ask('handoff.accept', { handoffId, note, delayReason, sent: submittedAt }),
          )
        }
      />
    )
  }
  if (to === 'decline') {
    return (
      <Declining
        {...{ item, shared }}
        happens={<Happenings sentences={foresee('declined')} />}
        onSend={(sent) => void send(sent)}
      />
    )
  }
  return (
    <ReassignSheet
      {...{ ...kept, isSending, onClose: onDone }}
      deal={dealName(item)}
      item={item}
      search={searchIn(item.opportunityId)}
      foresee={(next) => foresee('submitted', next)}
      onReassign={(reassigning) =>
        void send(() => ask('handoff.reassign', { handoffId, ...reassigning }))
      }
    />
  )
}

interface DecliningProps {
  readonly item: InboxItem
  readonly shared: SheetTexts & {
    readonly isSending: boolean
    readonly isLate: boolean
    readonly onClose: () => void
  }
  readonly happens: ReactNode
  readonly onSend: (sent: () => Promise<Sent>) => void
}

function Declining({ item, shared, happens, onSend }: DecliningProps) {
  const template = useTemplate(item.template)
  // Its reasons are there before the focus is in them.
  if (template === undefined) return null
  return (
    <DeclineSheet
      {...{ ...shared, happens }}
      template={template ?? undefined}
      onDecline={(declining) => {
        const seen = { ...declining, sent: item.submittedAt }
        onSend(() => ask('handoff.decline', declined(item.id, seen)))
      }}
    />
  )
}
